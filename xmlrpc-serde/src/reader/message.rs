//! The elements around the values of calls and responses.
use super::{
    cursor::Reader,
    tag::{Tag, Token},
    token::wrong_at,
};
use crate::Result;

/// What a response holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseKind {
    /// A value, or several, each in a `<param>`. The cursor stands just after the `<value>` of the first.
    Value,
    /// `<params>` without a value, which some servers send for a method that returns nothing. The document
    /// has been read to its end.
    Empty,
    /// Nothing at all. The document has been read to its end.
    Nothing,
    /// A fault. The cursor stands just after the `<value>` that holds it.
    Fault,
}

impl Reader<'_, '_> {
    /// Reads a response up to its value.
    pub(crate) fn open_response(&mut self) -> Result<ResponseKind> {
        let token = self.open_root(b"<methodResponse>", Tag::MethodResponse)?;
        match token {
            Token::Start { tag: Tag::MethodResponse, empty: true } => {
                self.end_document()?;
                return Ok(ResponseKind::Nothing);
            }
            Token::Start { tag: Tag::MethodResponse, empty: false } => {}
            token => return Err(self.unexpected(token, "`<methodResponse>`")),
        }
        match self.start_tag(b"<params>", Tag::Params)? {
            Token::Start { tag: Tag::Params, empty } => {
                if !empty && self.next_param(0)? {
                    return Ok(ResponseKind::Value);
                }
                self.expect_end(Tag::MethodResponse)?;
                self.end_document()?;
                Ok(ResponseKind::Empty)
            }
            Token::Start { tag: Tag::Fault, empty: false } => {
                self.enter_value()?;
                Ok(ResponseKind::Fault)
            }
            Token::End(Tag::MethodResponse) => {
                self.end_document()?;
                Ok(ResponseKind::Nothing)
            }
            token => Err(self.unexpected(token, "`<params>` or `<fault>`")),
        }
    }

    /// Reads what follows a fault, or what follows `</params>`, to the end of the document.
    pub(crate) fn end_response(&mut self, response: ResponseKind) -> Result<()> {
        match response {
            ResponseKind::Empty | ResponseKind::Nothing => return Ok(()),
            ResponseKind::Fault => self.expect_end(Tag::Fault)?,
            ResponseKind::Value => {}
        }
        self.end_tag(b"</methodResponse>", Tag::MethodResponse)?;
        self.end_document()
    }

    /// Reads what follows the value of a response. Returns whether that is `</params>`; if not, another
    /// `<param>` follows.
    pub(crate) fn is_last_param(&mut self) -> Result<bool> {
        self.end_param()?;
        match self.param_or_end()? {
            Token::End(Tag::Params) => Ok(true),
            Token::Start { tag: Tag::Param, .. } => Ok(false),
            token => Err(self.unexpected(token, "`<param>` or `</params>`")),
        }
    }

    fn param_or_end(&mut self) -> Result<Token> {
        if self.eat_tag(b"</params>") { Ok(Token::End(Tag::Params)) } else { self.token() }
    }

    /// Goes to the value of the parameter at `index`, which is the next one, and returns `true`, or leaves
    /// `<params>`.
    ///
    /// An empty `<param>` means that there are no parameters, as several servers write it. Beside other
    /// parameters it is refused.
    pub(crate) fn next_param(&mut self, index: usize) -> Result<bool> {
        if !self.eat_tag(b"<param>") {
            match self.param_or_end()? {
                Token::Start { tag: Tag::Param, empty: false } => {}
                Token::Start { tag: Tag::Param, empty: true } => return self.leave_empty_param(index),
                Token::End(Tag::Params) => return Ok(false),
                token => return Err(self.unexpected(token, "`<param>` or `</params>`")),
            }
        }
        if self.eat_tag(b"<value>") {
            return Ok(true);
        }
        match self.value_or_token()? {
            None => Ok(true),
            Some(Token::End(Tag::Param)) => self.leave_empty_param(index),
            Some(token) => Err(self.unexpected(token, "`<value>`")),
        }
    }

    /// Leaves `<params>` after an empty `<param>`, if that is the only one.
    #[cold]
    fn leave_empty_param(&mut self, index: usize) -> Result<bool> {
        if index == 0 && self.param_or_end()? == Token::End(Tag::Params) {
            return Ok(false);
        }
        let error = wrong_at(self.pos, "unexpected empty `<param>` beside other parameters");
        Err(self.broken(error))
    }

    /// Passes over what follows the value of a parameter.
    pub(crate) fn end_param(&mut self) -> Result<()> {
        self.end_tag(b"</param>", Tag::Param)
    }

    /// Reads what follows the parameters of a call, to the end of the document.
    pub(crate) fn end_call(&mut self) -> Result<()> {
        self.end_tag(b"</methodCall>", Tag::MethodCall)?;
        self.end_document()
    }

    /// Goes to the value of a `<fault>` that stands in the place of a type, as Perl's `RPC::XML` sends it.
    /// Returns whether there is one.
    pub(crate) fn open_inner_fault(&mut self) -> Result<bool> {
        let checkpoint = self.checkpoint();
        if let Token::Start { tag: Tag::Fault, empty: false } = self.token()? {
            self.enter_value()?;
            Ok(true)
        } else {
            self.return_to(checkpoint);
            Ok(false)
        }
    }

    /// Reads what follows the value of such a fault, to the end of the struct that holds it.
    pub(crate) fn end_inner_fault(&mut self) -> Result<()> {
        for tag in [Tag::Fault, Tag::Value, Tag::Member, Tag::Struct] {
            self.expect_end(tag)?;
        }
        self.leave()
    }
}
