//! Passing over a value that nobody asked for, checking that it is well-formed and has the structure of a value.
use super::{Reader, Tag};
use crate::Result;

impl Reader<'_, '_> {
    /// From just after `<value>` to just after `</value>`. Recursion is bounded by the depth limit.
    pub(crate) fn skip_value(&mut self) -> Result<()> {
        let opened = self.open_value()?;
        match opened.tag {
            Tag::String => self.leaf(opened, b"</string>").map(drop),
            Tag::Int => self.leaf(opened, b"</int>").map(drop),
            Tag::Double => self.leaf(opened, b"</double>").map(drop),
            Tag::Boolean => self.leaf(opened, b"</boolean>").map(drop),
            Tag::Nil => self.end_nil(opened),
            Tag::Array => {
                if self.open_array(opened)? {
                    while self.next_element()? {
                        self.skip_value()?;
                    }
                }
                Ok(())
            }
            Tag::Struct => {
                if self.open_struct(opened)? {
                    let mut member = self.first_member()?;
                    while member.is_some() {
                        self.skip_value()?;
                        member = self.next_member()?;
                    }
                }
                Ok(())
            }
            Tag::Value => self.untyped(opened).map(drop),
            Tag::I4 => self.leaf(opened, b"</i4>").map(drop),
            Tag::I8 => self.leaf(opened, b"</i8>").map(drop),
            Tag::Base64 => self.leaf(opened, b"</base64>").map(drop),
            Tag::DateTime => self.leaf(opened, b"</dateTime.iso8601>").map(drop),
            _ => self.other_leaf(opened).map(drop),
        }
    }
}
