//! Passing over a value that nobody asked for. Its markup is checked, the texts of its scalars are not.
use super::{
    cursor::Reader,
    tag::{Kind, ScalarKind, Tag},
    value::ValueStart,
};
use crate::Result;

impl Reader<'_, '_> {
    /// Passes over a value.
    ///
    /// The limit of depth bounds the recursion. Each level takes the stack of two small functions, because
    /// the recursion must fit the stack of any thread: what is large is called and has returned before the
    /// next level.
    pub(crate) fn skip_value(&mut self) -> Result<()> {
        let value_start = self.open_value()?;
        // Most values are one of these two. The way by their kind would take a tenth more.
        match value_start.tag {
            Tag::String => return self.string_text(value_start).map(drop),
            Tag::Int => return self.integer_text(value_start).map(drop),
            _ => {}
        }
        match value_start.kind() {
            Kind::Scalar(kind) => self.skip_scalar(kind, value_start),
            Kind::Array => self.skip_array(value_start),
            Kind::Struct => self.skip_struct(value_start),
        }
    }

    fn skip_scalar(&mut self, kind: ScalarKind, value_start: ValueStart) -> Result<()> {
        match kind {
            ScalarKind::String => self.string_text(value_start).map(drop),
            ScalarKind::Integer => self.integer_text(value_start).map(drop),
            ScalarKind::WideInteger => self.wide_integer_text(value_start).map(drop),
            ScalarKind::Double => self.double_text(value_start).map(drop),
            ScalarKind::Boolean => self.boolean_text(value_start).map(drop),
            ScalarKind::DateTime => self.date_time_text(value_start).map(drop),
            ScalarKind::Base64 => self.base64_text(value_start).map(drop),
            ScalarKind::Nil => self.end_nil(value_start),
        }
    }

    #[inline(never)]
    fn skip_array(&mut self, value_start: ValueStart) -> Result<()> {
        if self.open_array(value_start)? {
            while self.next_element()? {
                self.skip_value()?;
            }
        }
        Ok(())
    }

    #[inline(never)]
    fn skip_struct(&mut self, value_start: ValueStart) -> Result<()> {
        if self.open_struct(value_start)? {
            let mut more = self.first_member()?.is_some();
            while more {
                self.skip_value()?;
                more = self.next_member()?.is_some();
            }
        }
        Ok(())
    }
}
