//! `Outline`: follows a document to the value that is read in pieces, and from there to its end.
use super::{
    buffer::TextBuffer,
    path::{PathStep, in_steps},
};
use crate::{
    Error, ErrorKind, Options, Result,
    excerpt::excerpt,
    reader::{Kind, ScalarKind, Tag, resolve},
    xml::{
        chars::{check_characters, illegal, is_space, is_xml_char},
        construct::{self, Construct},
        construct_end::{ConstructEnd, ConstructKind, Found},
        reference::reference,
        scan,
        well_formed::plain_tag,
    },
};

/// What an outline looks for in the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// An array, whose elements are read one by one.
    Array,
    /// A string or base64, whose text is read in pieces.
    Text,
}

/// What an outline came to.
#[derive(Debug)]
pub(super) enum OutlineEvent {
    /// More of the document is needed.
    MoreNeeded,
    /// The array was entered.
    Array,
    /// The text that was looked for was left. Until then it is collected.
    TextEnd,
    /// An element of the array begins here. [`Outline::passed_element`] must be called when it was read.
    Element,
    /// The value of a fault begins here. [`Outline::passed_element`] must be called when it was read.
    Fault,
    /// The array or text is not where it was looked for. The rest of the document can still be followed.
    Missing(Error),
    /// The document is well-formed to its end.
    End,
}

/// How a `<?clientid=…?>` begins.
const CLIENT_ID: &str = "<?clientid=";

/// Follows the structure of a document: it checks the markup around what is read elsewhere, and passes over
/// other values in constant memory.
///
/// The elements of the array and the value of a fault are left to the reader. Of all other values the markup
/// is checked, as the reader does it when it passes over a value.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about where the document stands"
)]
pub(super) struct Outline {
    goal: Goal,
    root: Tag,
    path: Vec<PathStep>,
    /// How many steps of the path lead into an array or struct that is open.
    matched: usize,
    /// Whether the array or text is still looked for.
    searching: bool,
    /// Whether it was found.
    found: bool,
    /// Whether the text that was found is a string or base64.
    text_kind: Option<ScalarKind>,
    open: Vec<OpenElement>,
    /// How many more arrays and structs may be opened.
    depth: usize,
    seen_root: bool,
    seen_markup: bool,
    /// The search for the end of the construct at the start of the buffer.
    construct: ConstructEnd,
    /// Whether the buffer begins inside a CDATA section.
    in_cdata: bool,
    /// The collected text: the name of a member, or the text that is looked for.
    collected: String,
    allow_control_characters: bool,
    fast_lanes: bool,
    /// How long a construct, a reference or the name of a member may be.
    max_len: usize,
}

/// An XML element that is open.
struct OpenElement {
    tag: Tag,
    prefix: Box<str>,
    /// How many XML elements it held so far.
    children: usize,
    /// Whether the path leads into it.
    on_path: bool,
    /// Whether it is an `<array>` whose elements stand in a `<data>`.
    has_data: bool,
    role: Role,
}

/// What an outline does with the content of an XML element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// The markup is checked.
    Passed,
    /// A `<value>` that holds characters, so that no type can follow.
    Untyped,
    /// A `<member>` whose name is the next step of the path.
    Named,
    /// The array or text that was looked for, or the `<data>` in the array.
    Target,
    /// A `<value>` that is the text that was looked for, unless it holds a type.
    TargetOrType,
}

impl Outline {
    pub(super) fn new(goal: Goal, root: Tag, path: Vec<PathStep>, options: Options) -> Self {
        Self {
            goal,
            root,
            path,
            matched: 0,
            searching: true,
            found: false,
            text_kind: None,
            open: Vec::new(),
            depth: options.depth_limit(),
            seen_root: false,
            seen_markup: false,
            construct: ConstructEnd::default(),
            in_cdata: false,
            collected: String::new(),
            allow_control_characters: options.reads_control_characters(),
            fast_lanes: options.uses_fast_lanes(),
            max_len: options.row_limit(),
        }
    }

    /// Returns how many more arrays and structs may be opened inside an element of the array.
    pub(super) fn depth_left(&self) -> usize {
        self.depth
    }

    /// Returns whether the array or text is open.
    pub(super) fn is_at_target(&self) -> bool {
        self.open.last().is_some_and(|open| open.role == Role::Target)
    }

    /// Returns the text that was looked for, as far as it has been read, and whether it is a string or
    /// base64. Whoever uses the text clears it.
    pub(super) fn target_text(&mut self) -> Option<(ScalarKind, &mut String)> {
        Some((self.text_kind?, &mut self.collected))
    }

    /// Adds to the path of an error where the array or text is.
    pub(super) fn in_target(&self, error: Error) -> Error {
        self.in_value(error, self.path.len())
    }

    fn in_value(&self, error: Error, steps: usize) -> Error {
        let error = in_steps(error, &self.path[..steps]);
        if self.root == Tag::Value { error } else { error.in_element(0).in_root("params") }
    }

    /// Notes that the element or the fault was read at which the outline stopped.
    #[inline]
    pub(super) fn passed_element(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.children += 1;
        }
    }

    /// Follows the document to the next event.
    pub(super) fn next(&mut self, buffer: &mut TextBuffer) -> Result<OutlineEvent> {
        if self.is_at_target() && self.goal == Goal::Array && self.fast_lanes {
            let rest = buffer.rest();
            let after = rest.strip_prefix('\n').unwrap_or(rest);
            // An array with a `<data>` has no elements outside it.
            if after.starts_with("<value>") && self.open.last().is_some_and(|open| open.tag == Tag::Data) {
                buffer.pass(rest.len() - after.len());
                self.construct = ConstructEnd::default();
                return Ok(OutlineEvent::Element);
            }
        }
        loop {
            let event = self.step(buffer)?;
            if let Some(event) = event {
                return Ok(event);
            }
        }
    }

    /// Passes over characters and one construct. Returns `None` if there is nothing to tell.
    fn step(&mut self, buffer: &mut TextBuffer) -> Result<Option<OutlineEvent>> {
        if self.in_cdata {
            return self.cdata(buffer);
        }
        let at_tag = if self.holds_text() { self.text(buffer)? } else { self.space(buffer)? };
        if !at_tag {
            return if buffer.is_whole()? {
                self.end_of_document(buffer).map(Some)
            } else {
                Ok(Some(OutlineEvent::MoreNeeded))
            };
        }
        if !self.seen_root && buffer.rest().starts_with(CLIENT_ID) {
            return self.client_id(buffer);
        }
        if !self.seen_root && CLIENT_ID.starts_with(buffer.rest()) && !buffer.is_whole()? {
            return Ok(Some(OutlineEvent::MoreNeeded));
        }
        let (kind, length) = match self.construct.find(buffer.rest().as_bytes()) {
            Found::End(kind, length) => (kind, length),
            Found::MoreNeeded => return self.more_of_construct(buffer),
            Found::Refused => {
                // Nine bytes show whether it is a DOCTYPE.
                if buffer.rest().len() < "<!DOCTYPE".len() && !buffer.is_whole()? {
                    return Ok(Some(OutlineEvent::MoreNeeded));
                }
                return Err(self.refused(buffer));
            }
        };
        if kind == ConstructKind::CData && self.holds_text() {
            self.enter_cdata(buffer);
            return Ok(None);
        }
        self.check_length(buffer, length)?;
        let read = match plain_tag(&buffer.rest().as_bytes()[..length], 0) {
            Some((construct, _)) if self.fast_lanes => Ok(construct),
            _ => construct::read(&buffer.rest()[..length], 0, self.allow_control_characters)
                .map(|(construct, _)| construct),
        };
        let construct = read.map_err(|error| locate(error, buffer))?;
        let event = self.construct(construct, buffer, length);
        let event = match event.map_err(|error| locate(error.at(0), buffer))? {
            Some(OutlineEvent::Missing(error)) => Some(OutlineEvent::Missing(locate(error.at(0), buffer))),
            event => event,
        };
        if !matches!(event, Some(OutlineEvent::Element | OutlineEvent::Fault)) {
            buffer.pass(length);
        }
        self.construct = ConstructEnd::default();
        self.seen_markup = true;
        Ok(event)
    }

    fn construct(
        &mut self,
        construct: Construct,
        buffer: &TextBuffer,
        length: usize,
    ) -> Result<Option<OutlineEvent>> {
        let text = &buffer.rest()[..length];
        match construct {
            Construct::Start { name, empty } => {
                let (prefix, tag) = resolve(&text[name], 0).map_err(structure)?;
                self.start(tag, prefix, empty)
            }
            Construct::End { name } => {
                let (prefix, tag) = resolve(&text[name], 0)?;
                self.end(tag, prefix)
            }
            Construct::CommentOrInstruction => Ok(None),
            Construct::Declaration if !self.seen_markup => Ok(None),
            Construct::Declaration => {
                Err(Error::new(ErrorKind::Syntax, "the XML declaration must be at the start of the document"))
            }
            Construct::CData(_) => Err(self.stray_text(text)),
        }
    }

    /// Enters an XML element.
    fn start(&mut self, tag: Tag, prefix: &str, empty: bool) -> Result<Option<OutlineEvent>> {
        let (parent, role) = match self.open.last() {
            Some(open) => (Some(open.tag), open.role),
            None => (None, Role::Passed),
        };
        if !self.may_hold(tag) {
            return Err(self.unexpected_start(tag, empty));
        }
        // The value of a fault, or an element of the array.
        if tag.starts_value() {
            if parent == Some(Tag::Fault) && self.searching {
                self.searching = false;
                return Ok(Some(OutlineEvent::Fault));
            }
            if role == Role::Target && self.goal == Goal::Array {
                return Ok(Some(OutlineEvent::Element));
            }
        }
        let on_path = self.searching && self.leads_into(tag);
        let mut opened = OpenElement {
            tag,
            prefix: prefix.into(),
            children: 0,
            on_path,
            has_data: false,
            role: match tag {
                // The elements of the array that is looked for may stand in it.
                Tag::Data => role,
                Tag::Value if on_path && self.goal == Goal::Text && self.matched == self.path.len() => {
                    self.collected.clear();
                    Role::TargetOrType
                }
                _ => Role::Passed,
            },
        };
        let mut event = None;
        if let Some(open) = self.open.last_mut() {
            open.children += 1;
            open.has_data = tag == Tag::Data;
        }
        self.seen_root = true;
        if let Some(kind) = tag.kind() {
            if matches!(kind, Kind::Array | Kind::Struct) {
                self.depth = self.depth.checked_sub(1).ok_or_else(too_deep)?;
            }
            if on_path {
                event = self.enter(kind, &mut opened);
            }
        }
        if tag == Tag::Name && self.searching {
            self.collected.clear();
        }
        self.open.push(opened);
        if empty {
            // The end of an empty tag is not an event, because the start of this one may be.
            let end = self.leave()?;
            event = event.or(end);
        }
        Ok(event)
    }

    /// Returns whether the element that a start tag begins may stand here.
    fn may_hold(&self, tag: Tag) -> bool {
        let Some(open) = self.open.last() else {
            return !self.seen_root && tag == self.root;
        };
        let first = open.children == 0;
        match open.tag {
            Tag::MethodResponse => first && matches!(tag, Tag::Params | Tag::Fault),
            // The rows are those of the first parameter, so a second one would be lost.
            Tag::Params => tag == Tag::Param && (first || !self.found),
            Tag::Param | Tag::Fault => first && tag.starts_value(),
            Tag::Value => {
                first && matches!(open.role, Role::Passed | Role::TargetOrType) && tag.kind().is_some()
            }
            Tag::Array if first => tag == Tag::Data || tag.starts_value(),
            Tag::Array => !open.has_data && tag.starts_value(),
            Tag::Data => tag.starts_value(),
            Tag::Struct => tag == Tag::Member,
            Tag::Member => match open.children {
                0 => tag == Tag::Name,
                1 => tag.starts_value(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns whether the path leads into the element that begins here.
    fn leads_into(&self, tag: Tag) -> bool {
        let Some(open) = self.open.last() else { return true };
        if !open.on_path {
            return false;
        }
        match open.tag {
            Tag::MethodResponse | Tag::Value | Tag::Struct | Tag::Param => true,
            Tag::Params => open.children == 0,
            Tag::Array if tag == Tag::Data => true,
            Tag::Array | Tag::Data => self.last_step() == Some(&PathStep::Index(open.children)),
            Tag::Member => tag == Tag::Name || open.role == Role::Named,
            _ => false,
        }
    }

    /// Returns the step that leads out of the innermost array or struct on the path.
    fn last_step(&self) -> Option<&PathStep> {
        self.matched.checked_sub(1).and_then(|last| self.path.get(last))
    }

    /// Enters a value on the path, whose type was read.
    fn enter(&mut self, kind: Kind, opened: &mut OpenElement) -> Option<OutlineEvent> {
        let expected = match (self.path.get(self.matched), kind) {
            (None, Kind::Array) if self.goal == Goal::Array => {
                (self.searching, self.found) = (false, true);
                opened.role = Role::Target;
                return Some(OutlineEvent::Array);
            }
            (None, Kind::Scalar(scalar @ (ScalarKind::String | ScalarKind::Base64)))
                if self.goal == Goal::Text =>
            {
                self.found_text(scalar);
                opened.role = Role::Target;
                // White space before a type means nothing.
                self.collected.clear();
                return None;
            }
            (Some(PathStep::Index(_)), Kind::Array) | (Some(PathStep::Member(_)), Kind::Struct) => {
                self.matched += 1;
                return None;
            }
            (None, _) => self.goal_name(),
            (Some(PathStep::Index(_)), _) => "an array",
            (Some(PathStep::Member(_)), _) => "a struct",
        };
        opened.on_path = false;
        Some(self.missing(format!("expected {expected}, found {}", kind_name(kind))))
    }

    fn found_text(&mut self, kind: ScalarKind) {
        (self.searching, self.found, self.text_kind) = (false, true, Some(kind));
    }

    fn goal_name(&self) -> &'static str {
        match self.goal {
            Goal::Array => "an array",
            Goal::Text => "a string or base64",
        }
    }

    /// Ends the search.
    fn missing(&mut self, message: String) -> OutlineEvent {
        self.searching = false;
        OutlineEvent::Missing(self.in_value(Error::new(ErrorKind::Data, message), self.matched))
    }

    /// Leaves an XML element, whose end tag was read.
    fn end(&mut self, tag: Tag, prefix: &str) -> Result<Option<OutlineEvent>> {
        match self.open.last() {
            Some(open) if open.tag == tag && *open.prefix == *prefix => self.leave(),
            Some(open) if open.tag == tag => Err(Error::new(
                ErrorKind::Syntax,
                format!("the prefix of `</{}>` is not that of its start tag", tag.name()),
            )),
            Some(open) => {
                let (found, expected) = (tag.name(), open.tag.name());
                Err(Error::new(
                    ErrorKind::Syntax,
                    format!("unexpected `</{found}>`, expected `</{expected}>`"),
                ))
            }
            None => Err(Error::new(
                ErrorKind::Syntax,
                format!("unexpected `</{}>`, expected {}", tag.name(), self.expected()),
            )),
        }
    }

    fn leave(&mut self) -> Result<Option<OutlineEvent>> {
        let Some(open) = self.open.last() else { return Ok(None) };
        let (tag, children, on_path, role) = (open.tag, open.children, open.on_path, open.role);
        let is_short = match tag {
            Tag::Fault => children == 0,
            Tag::Member => children < 2,
            _ => false,
        };
        if is_short {
            let message = format!("unexpected `</{}>`, expected {}", tag.name(), self.expected());
            return Err(Error::new(ErrorKind::Structure, message));
        }
        let is_array_or_struct = matches!(tag.kind(), Some(Kind::Array | Kind::Struct));
        if is_array_or_struct {
            self.depth += 1;
        }
        self.open.pop();
        let searched = on_path && self.searching;
        match tag {
            Tag::Name if searched => {
                let found = match self.last_step() {
                    Some(PathStep::Member(name)) => *name == self.collected,
                    _ => false,
                };
                if found && let Some(member) = self.open.last_mut() {
                    member.role = Role::Named;
                }
            }
            Tag::Array | Tag::Struct if searched => {
                let message = match self.last_step() {
                    Some(PathStep::Index(index)) => format!("there is no element {index}"),
                    Some(PathStep::Member(name)) => format!("there is no member `{}`", excerpt(name)),
                    None => String::new(),
                };
                self.matched -= 1;
                return Ok(Some(self.missing(message)));
            }
            // White space alone.
            Tag::Value if searched && role == Role::TargetOrType && children == 0 => {
                self.found_text(ScalarKind::String);
            }
            Tag::Value if searched && children == 0 => {
                let expected = match self.path.get(self.matched) {
                    None => self.goal_name(),
                    Some(PathStep::Index(_)) => "an array",
                    Some(PathStep::Member(_)) => "a struct",
                };
                return Ok(Some(self.missing(format!("expected {expected}, found a string"))));
            }
            Tag::MethodResponse if searched => {
                self.searching = false;
                let message = format!("expected {}, found a response without a value", self.goal_name());
                return Ok(Some(OutlineEvent::Missing(Error::new(ErrorKind::Data, message))));
            }
            _ => {}
        }
        let is_text = matches!(role, Role::Target | Role::TargetOrType) && self.goal == Goal::Text;
        Ok((is_text && children == 0).then_some(OutlineEvent::TextEnd))
    }

    /// Returns whether the current XML element may hold characters that are not white space.
    fn holds_text(&self) -> bool {
        let Some(open) = self.open.last() else { return false };
        match open.tag {
            Tag::Value => open.children == 0,
            Tag::Name => true,
            Tag::Nil => false,
            tag => matches!(tag.kind(), Some(Kind::Scalar(_))),
        }
    }

    /// Returns whether the text of the current XML element is collected.
    fn collects(&self) -> bool {
        self.open.last().is_some_and(|open| match open.tag {
            Tag::Name => open.on_path && self.searching,
            _ => matches!(open.role, Role::Target | Role::TargetOrType),
        })
    }

    /// Passes over white space. Returns whether a tag or another construct follows.
    fn space(&self, buffer: &mut TextBuffer) -> Result<bool> {
        if buffer.is_at_start() && buffer.rest().starts_with('\u{FEFF}') {
            buffer.pass('\u{FEFF}'.len_utf8());
        }
        let rest = buffer.rest();
        let length = rest.bytes().position(|byte| !is_space(byte)).unwrap_or(rest.len());
        buffer.pass(length);
        match buffer.rest().as_bytes().first() {
            None => Ok(false),
            Some(b'<') => Ok(true),
            Some(_) => Err(locate(self.stray_text(buffer.rest()).at(0), buffer)),
        }
    }

    /// Passes over text. Returns whether a tag or another construct follows.
    fn text(&mut self, buffer: &mut TextBuffer) -> Result<bool> {
        loop {
            let rest = buffer.rest();
            let bytes = rest.as_bytes();
            let length = if self.fast_lanes {
                scan::plain_text(bytes, 0)
            } else {
                scan::plain_text_by_bytes(bytes, 0)
            };
            let Some(&byte) = bytes.get(length) else {
                // A `]]` may be the start of `]]>`.
                let kept = bytes.iter().rev().take(2).take_while(|byte| **byte == b']').count();
                self.push_text(buffer, length - kept)?;
                return Ok(false);
            };
            self.push_text(buffer, length)?;
            match byte {
                b'<' => return Ok(true),
                b'&' => {
                    if !self.reference(buffer)? {
                        return Ok(false);
                    }
                }
                b'\r' => {
                    let rest = buffer.rest();
                    if rest.len() == 1 && !buffer.is_whole()? {
                        return Ok(false);
                    }
                    let rest = buffer.rest();
                    let length = if rest.starts_with("\r\n") { 2 } else { 1 };
                    buffer.pass(length);
                    self.push_str("\n");
                }
                b'>' => {
                    let message = "`]]>` cannot be in text: the sender must write it as `]]&gt;`";
                    return Err(locate(Error::new(ErrorKind::Syntax, message).at(0), buffer));
                }
                _ => {
                    let c = buffer.rest().chars().next().unwrap_or_default();
                    if !self.allow_control_characters {
                        return Err(locate(illegal(c, 0), buffer));
                    }
                    self.push_text(buffer, c.len_utf8())?;
                }
            }
        }
    }

    /// Passes over a reference. Returns `false` if more of it is needed.
    fn reference(&mut self, buffer: &mut TextBuffer) -> Result<bool> {
        /// There may be any number of leading zeros, but no writer sends any.
        const LONGEST: usize = 1024;
        let rest = buffer.rest();
        // What follows must not matter, because it may not have come yet.
        let end = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b';' | b'<'));
        let end = match end {
            Some(end) if rest.as_bytes()[end] == b';' => end + 1,
            Some(end) => end,
            None if rest.len() < LONGEST => {
                let come = rest.len();
                if !buffer.is_whole()? {
                    return Ok(false);
                }
                return Err(locate(self.ends_early().at(come), buffer));
            }
            None => (0..LONGEST).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or_default(),
        };
        let read = reference(&rest[..end], self.allow_control_characters);
        let (c, length) = read.map_err(|error| locate(error.at(0), buffer))?;
        buffer.pass(length);
        self.note_text();
        self.push_str(c.encode_utf8(&mut [0; 4]));
        self.check_name(buffer)?;
        Ok(true)
    }

    /// Passes over text that stands in the document as it is.
    fn push_text(&mut self, buffer: &mut TextBuffer, length: usize) -> Result<()> {
        let text = buffer.take(length);
        if self.collects() {
            self.collected.push_str(text);
        }
        if !text.bytes().all(is_space) {
            self.note_text();
        }
        self.check_name(buffer)
    }

    fn push_str(&mut self, text: &str) {
        if self.collects() {
            self.collected.push_str(text);
        }
    }

    /// Notes that the current `<value>`, if it is one, holds characters, so that it is a string.
    fn note_text(&mut self) {
        let Some(open) = self.open.last_mut().filter(|open| open.tag == Tag::Value) else { return };
        match open.role {
            Role::Passed => open.role = Role::Untyped,
            Role::TargetOrType => {
                open.role = Role::Target;
                self.found_text(ScalarKind::String);
            }
            Role::Untyped | Role::Named | Role::Target => {}
        }
    }

    /// Refuses a text that must be collected to its end and is too long for that.
    fn check_name(&self, buffer: &TextBuffer) -> Result<()> {
        let Some(open) = self.open.last().filter(|_| self.collected.len() > self.max_len) else {
            return Ok(());
        };
        let what = match open.role {
            Role::TargetOrType => "the white space before a type",
            Role::Target => return Ok(()),
            _ => "the name of a member",
        };
        Err(locate(self.too_long(what).at(0), buffer))
    }

    fn enter_cdata(&mut self, buffer: &mut TextBuffer) {
        buffer.pass("<![CDATA[".len());
        self.construct = ConstructEnd::default();
        self.in_cdata = true;
        self.note_text();
    }

    /// Passes over the content of a CDATA section, as far as it has come, and over its end.
    fn cdata(&mut self, buffer: &mut TextBuffer) -> Result<Option<OutlineEvent>> {
        const END: &str = "]]>";
        let rest = buffer.rest();
        let end = memchr::memmem::find(rest.as_bytes(), END.as_bytes());
        let length = match end {
            Some(end) => end,
            // The last bytes may be the start of the end, or half of a line end.
            None => rest.trim_end_matches([']', '\r']).len().max(rest.len().saturating_sub(2)),
        };
        let checked = check_characters(&rest[..length], 0, self.allow_control_characters);
        checked.map_err(|error| locate(error, buffer))?;
        let collects = self.collects();
        let text = buffer.take(length);
        if collects {
            push_lines(&mut self.collected, text);
        }
        self.check_name(buffer)?;
        if end.is_some() {
            buffer.pass(END.len());
            self.in_cdata = false;
            return Ok(None);
        }
        if buffer.is_whole()? {
            let message = "the document ends inside a CDATA section";
            let error = Error::new(ErrorKind::Eof, message).at(buffer.rest().len());
            return Err(locate(error, buffer));
        }
        Ok(Some(OutlineEvent::MoreNeeded))
    }

    /// Passes over a `<?clientid=…?>` before the root, which fldigi, flrig and Hamlib write. It is not XML,
    /// but it can only be read in one way.
    fn client_id(&mut self, buffer: &mut TextBuffer) -> Result<Option<OutlineEvent>> {
        match self.construct.find(buffer.rest().as_bytes()) {
            Found::End(_, length) => {
                self.check_length(buffer, length)?;
                let checked = check_characters(&buffer.rest()[..length], 0, self.allow_control_characters);
                checked.map_err(|error| locate(error, buffer))?;
                buffer.pass(length);
                self.construct = ConstructEnd::default();
                self.seen_markup = true;
                Ok(None)
            }
            Found::MoreNeeded | Found::Refused => self.more_of_construct(buffer),
        }
    }

    /// Waits for the end of a construct, unless there will be none or it is too long already.
    fn more_of_construct(&mut self, buffer: &mut TextBuffer) -> Result<Option<OutlineEvent>> {
        if buffer.is_whole()? {
            let read = construct::read(buffer.rest(), 0, self.allow_control_characters);
            let error = match read {
                Err(error) => error,
                Ok(_) => self.ends_early(),
            };
            return Err(locate(error.with_kind(ErrorKind::Eof), buffer));
        }
        if self.holds_text() && buffer.rest().starts_with("<![CDATA[") {
            self.enter_cdata(buffer);
            return Ok(None);
        }
        self.check_length(buffer, buffer.rest().len())?;
        Ok(Some(OutlineEvent::MoreNeeded))
    }

    fn check_length(&self, buffer: &TextBuffer, length: usize) -> Result<()> {
        if length <= self.max_len {
            return Ok(());
        }
        Err(locate(self.too_long("a tag, comment or processing instruction").at(0), buffer))
    }

    #[cold]
    fn too_long(&self, what: &str) -> Error {
        let limit = self.max_len;
        let message = format!(
            "{what} is longer than a row may be, {limit} bytes (raise it with `Options::max_row_bytes`)"
        );
        Error::new(ErrorKind::Limit, message)
    }

    /// The error for a construct that is never read.
    #[cold]
    fn refused(&self, buffer: &TextBuffer) -> Error {
        let error = match construct::read(buffer.rest(), 0, self.allow_control_characters) {
            Err(error) => error,
            Ok(_) => Error::new(ErrorKind::Syntax, "malformed markup after `<!`").at(0),
        };
        locate(error, buffer)
    }

    fn end_of_document(&self, buffer: &TextBuffer) -> Result<OutlineEvent> {
        if self.open.is_empty() && self.seen_root {
            return Ok(OutlineEvent::End);
        }
        Err(locate(self.ends_early().at(buffer.rest().len()), buffer))
    }

    #[cold]
    fn ends_early(&self) -> Error {
        match self.open.last() {
            Some(open) => {
                let message = format!("the document ends early: `</{}>` is missing", open.tag.name());
                Error::new(ErrorKind::Eof, message)
            }
            None => Error::new(ErrorKind::Eof, "the document is empty"),
        }
    }

    #[cold]
    fn unexpected_start(&self, tag: Tag, empty: bool) -> Error {
        let slash = if empty { "/" } else { "" };
        if let Some(Tag::Params) = self.open.last().map(|open| open.tag)
            && tag == Tag::Param
        {
            let message = "unexpected second `<param>`: only the first can be read in pieces";
            return Error::new(ErrorKind::Structure, message);
        }
        // A document has one root, so a second one is not XML.
        let kind =
            if self.open.is_empty() && self.seen_root { ErrorKind::Syntax } else { ErrorKind::Structure };
        Error::new(kind, format!("unexpected `<{}{slash}>`, expected {}", tag.name(), self.expected()))
    }

    /// What may come here.
    fn expected(&self) -> String {
        let Some(open) = self.open.last() else {
            return if self.seen_root {
                "the end of the document".into()
            } else {
                format!("`<{}>`", self.root.name())
            };
        };
        let end = format!("`</{}>`", open.tag.name());
        match (open.tag, open.children) {
            (Tag::MethodResponse, 0) => "`<params>` or `<fault>`".into(),
            (Tag::Params, _) => "`<param>` or `</params>`".into(),
            (Tag::Param | Tag::Fault, 0) | (Tag::Member, 1) => "`<value>`".into(),
            (Tag::Value, 0) if matches!(open.role, Role::Passed | Role::TargetOrType) => {
                "a type such as `<string>`".into()
            }
            (Tag::Array, 0) => "`<data>`".into(),
            (Tag::Array, _) if !open.has_data => "`<value>` or `</array>`".into(),
            (Tag::Data, _) => "`<value>` or `</data>`".into(),
            (Tag::Struct, _) => "`<member>` or `</struct>`".into(),
            (Tag::Member, 0) => "`<name>`".into(),
            _ => end,
        }
    }

    #[cold]
    fn stray_text(&self, rest: &str) -> Error {
        let c = rest.chars().next().unwrap_or_default();
        if !is_xml_char(c) && !self.allow_control_characters {
            return illegal(c, 0);
        }
        // Around the root, text is not XML. Inside it, only XML-RPC has no place for it.
        let kind = if self.open.is_empty() { ErrorKind::Syntax } else { ErrorKind::Structure };
        // A piece that ends somewhere would make the message depend on how the document is cut.
        Error::new(kind, format!("unexpected text \"{}\", expected {}", excerpt(&c.to_string()), "a tag"))
    }
}

/// Adds its place to an error whose offset was counted from the start of the buffer.
#[cold]
fn locate(error: Error, buffer: &TextBuffer) -> Error {
    buffer.locate(error, 0)
}

/// Appends text with every line end as `\n`.
fn push_lines(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
}

/// An error about an unknown tag in a document that is XML so far.
#[cold]
fn structure(error: Error) -> Error {
    error.with_kind(ErrorKind::Structure)
}

#[cold]
fn too_deep() -> Error {
    Error::new(
        ErrorKind::Limit,
        "arrays and structs are nested deeper than the limit (raise it with `Options::max_depth`)",
    )
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Array => "an array",
        Kind::Struct => "a struct",
        Kind::Scalar(ScalarKind::String) => "a string",
        Kind::Scalar(ScalarKind::Integer | ScalarKind::WideInteger) => "an int",
        Kind::Scalar(ScalarKind::Double) => "a double",
        Kind::Scalar(ScalarKind::Boolean) => "a boolean",
        Kind::Scalar(ScalarKind::DateTime) => "a dateTime.iso8601",
        Kind::Scalar(ScalarKind::Base64) => "base64",
        Kind::Scalar(ScalarKind::Nil) => "nil",
    }
}
