//! Passing over a value that nobody asked for, checking that it is well-formed and has the structure of a value.
use super::{
    cursor::Reader,
    tag::{Kind, ScalarKind},
};
use crate::Result;

impl Reader<'_, '_> {
    /// From just after `<value>` to just after `</value>`. Recursion is bounded by the depth limit.
    pub(crate) fn skip_value(&mut self) -> Result<()> {
        let value_start = self.open_value()?;
        match value_start.kind() {
            Kind::Scalar(ScalarKind::String) => self.string_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::Integer) => self.integer_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::WideInteger) => self.wide_integer_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::Double) => self.double_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::Boolean) => self.boolean_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::DateTime) => self.date_time_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::Base64) => self.base64_text(value_start).map(drop),
            Kind::Scalar(ScalarKind::Nil) => self.end_nil(value_start),
            Kind::Array => {
                if self.open_array(value_start)? {
                    while self.next_element()? {
                        self.skip_value()?;
                    }
                }
                Ok(())
            }
            Kind::Struct => {
                if self.open_struct(value_start)? {
                    let mut member = self.first_member()?;
                    while member.is_some() {
                        self.skip_value()?;
                        member = self.next_member()?;
                    }
                }
                Ok(())
            }
        }
    }
}
