//! What stands around the values of calls and responses.
use super::{
    cursor::Reader,
    tag::{Tag, Token},
};
use crate::{Error, ErrorKind, Result};

/// How a response begins; the cursor stands just after `<value>` where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResponseKind {
    Value,
    /// `<params/>` or no `<params>`: some servers answer so where a method returns nothing. The document is read.
    Empty,
    Fault,
}

impl Reader<'_, '_> {
    pub(crate) fn open_response(&mut self) -> Result<ResponseKind> {
        let token = self.open_root(b"<methodResponse>", Tag::MethodResponse)?;
        match token {
            Token::Start { tag: Tag::MethodResponse, empty: true } => {
                self.end_document()?;
                return Ok(ResponseKind::Empty);
            }
            Token::Start { tag: Tag::MethodResponse, empty: false } => {}
            token => return Err(self.unexpected(token, "<methodResponse>")),
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
            token => Err(self.unexpected(token, "<params>` or `<fault>")),
        }
    }

    /// After the value of a response.
    pub(crate) fn end_response(&mut self, response: ResponseKind) -> Result<()> {
        match response {
            ResponseKind::Empty => return Ok(()),
            ResponseKind::Fault => self.expect_end(Tag::Fault)?,
            ResponseKind::Value => {
                self.end_param()?;
                match self.next_after_param()? {
                    Token::End(Tag::Params) => {}
                    Token::Start { tag: Tag::Param, .. } => {
                        let message = "a response holds one value, and here begins a second `<param>`";
                        return Err(Error::new(ErrorKind::Syntax, message).at(self.position()));
                    }
                    token => return Err(self.unexpected(token, "</params>")),
                }
            }
        }
        self.end_tag(b"</methodResponse>", Tag::MethodResponse)?;
        self.end_document()
    }

    fn next_after_param(&mut self) -> Result<Token> {
        if self.eat_tag(b"</params>") { Ok(Token::End(Tag::Params)) } else { self.token() }
    }

    /// Goes to the value of the next parameter, or leaves `<params>`.
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
            token => Err(self.unexpected(token, "<param>` or `</params>")),
        }
    }

    /// After the value of a parameter.
    pub(crate) fn end_param(&mut self) -> Result<()> {
        self.end_tag(b"</param>", Tag::Param)
    }

    /// After the parameters of a call.
    pub(crate) fn end_call(&mut self) -> Result<()> {
        self.end_tag(b"</methodCall>", Tag::MethodCall)?;
        self.end_document()
    }

    /// Goes into a `<fault>` that stands where a value's type should, which one server sends; gives whether it does.
    pub(crate) fn open_inner_fault(&mut self) -> Result<bool> {
        match self.token()? {
            Token::Start { tag: Tag::Fault, empty: false } => {
                self.enter_value()?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// After the value of such a fault, to the end of the struct it stands in.
    pub(crate) fn end_inner_fault(&mut self) -> Result<()> {
        for tag in [Tag::Fault, Tag::Value, Tag::Member, Tag::Struct, Tag::Value] {
            self.expect_end(tag)?;
        }
        Ok(())
    }
}
