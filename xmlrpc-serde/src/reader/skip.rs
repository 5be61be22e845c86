//! Passing over a value that nobody asked for, checking that it is well-formed and has the structure of a value.
use super::{cursor::Reader, tag::Tag};
use crate::Result;

impl Reader<'_, '_> {
    /// From just after `<value>` to just after `</value>`. Recursion is bounded by the depth limit.
    pub(crate) fn skip_value(&mut self) -> Result<()> {
        let value_start = self.open_value()?;
        match value_start.tag {
            Tag::String => self.scalar_text(value_start, b"</string>").map(drop),
            Tag::Int => self.scalar_text(value_start, b"</int>").map(drop),
            Tag::Double => self.scalar_text(value_start, b"</double>").map(drop),
            Tag::Boolean => self.scalar_text(value_start, b"</boolean>").map(drop),
            Tag::Nil => self.end_nil(value_start),
            Tag::Array => {
                if self.open_array(value_start)? {
                    while self.next_element()? {
                        self.skip_value()?;
                    }
                }
                Ok(())
            }
            Tag::Struct => {
                if self.open_struct(value_start)? {
                    let mut member = self.first_member()?;
                    while member.is_some() {
                        self.skip_value()?;
                        member = self.next_member()?;
                    }
                }
                Ok(())
            }
            Tag::Value => self.untyped(value_start).map(drop),
            Tag::I4 => self.scalar_text(value_start, b"</i4>").map(drop),
            Tag::I8 => self.scalar_text(value_start, b"</i8>").map(drop),
            Tag::Base64 => self.scalar_text(value_start, b"</base64>").map(drop),
            Tag::DateTime => self.scalar_text(value_start, b"</dateTime.iso8601>").map(drop),
            _ => self.slow_scalar_text(value_start).map(drop),
        }
    }
}
