//! `ShapePlace`: where a shape stands.

/// What is known of the place besides the shape.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub(crate) struct ShapePlace {
    /// It is a parameter.
    pub(crate) parameter: bool,
    /// It is inside an array or a map, where no module can read it.
    pub(crate) nested: bool,
    /// A signature says that it is an array.
    pub(crate) signed: bool,
    /// The caller chooses the members of structs here.
    pub(crate) chosen: bool,
    /// Its rows follow a list of columns.
    pub(crate) columns: bool,
}

impl ShapePlace {
    /// A member of a struct that stands here.
    pub(crate) fn member(self) -> Self {
        Self { parameter: self.parameter, ..Self::default() }
    }

    /// An element of an array or a map that stands here.
    pub(crate) fn element(self) -> Self {
        Self { parameter: self.parameter, nested: true, chosen: self.chosen, ..Self::default() }
    }
    /// The same place, if the caller chooses no members of the structs in it.
    pub(crate) fn not_chosen(self) -> Self {
        Self { chosen: false, ..self }
    }
}
