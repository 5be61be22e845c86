//! The elements around the values of calls and responses.
use super::{
    cursor::Reader,
    tag::{Tag, Token},
};
use crate::{Error, ErrorKind, Result};

/// What a response holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseKind {
    /// A value. The cursor stands just after its `<value>`.
    Value,
    /// Nothing: `<params/>`, or no `<params>`. Some servers send it for a method that returns nothing. The
    /// document has been read to its end.
    Empty,
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
                return Ok(ResponseKind::Empty);
            }
            Token::Start { tag: Tag::MethodResponse, empty: false } => {}
            token => return Err(self.unexpected(token, "`<methodResponse>`")),
        }
        match self.start_tag(b"<params>", Tag::Params)? {
            Token::Start { tag: Tag::Params, empty } => {
                if !empty && self.next_param()? {
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
                Ok(ResponseKind::Empty)
            }
            token => Err(self.unexpected(token, "`<params>` or `<fault>`")),
        }
    }

    /// Reads what follows the value of a response, to the end of the document.
    pub(crate) fn end_response(&mut self, response: ResponseKind) -> Result<()> {
        match response {
            ResponseKind::Empty => return Ok(()),
            ResponseKind::Fault => self.expect_end(Tag::Fault)?,
            ResponseKind::Value => {
                self.end_param()?;
                match self.next_after_param()? {
                    Token::End(Tag::Params) => {}
                    Token::Start { tag: Tag::Param, .. } => {
                        let message = "unexpected second `<param>`: a response holds one value";
                        let error = Error::new(ErrorKind::Syntax, message).at(self.position());
                        return Err(self.broken(error));
                    }
                    token => return Err(self.unexpected(token, "`</params>`")),
                }
            }
        }
        self.end_tag(b"</methodResponse>", Tag::MethodResponse)?;
        self.end_document()
    }

    fn next_after_param(&mut self) -> Result<Token> {
        if self.eat_tag(b"</params>") { Ok(Token::End(Tag::Params)) } else { self.token() }
    }

    /// Goes to the value of the next parameter and returns `true`, or leaves `<params>`.
    pub(crate) fn next_param(&mut self) -> Result<bool> {
        if self.eat_tag(b"<param>") {
            self.enter_value()?;
            return Ok(true);
        }
        match self.next_after_param()? {
            Token::Start { tag: Tag::Param, empty: false } => {
                self.enter_value()?;
                Ok(true)
            }
            Token::End(Tag::Params) => Ok(false),
            token => Err(self.unexpected(token, "`<param>` or `</params>`")),
        }
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
        for tag in [Tag::Fault, Tag::Value, Tag::Member, Tag::Struct, Tag::Value] {
            self.expect_end(tag)?;
        }
        Ok(())
    }
}
