//! What the fuzz targets share: the types they decode into, the values they encode, and an oracle for dates.

pub mod date_oracle;
pub mod reading;
pub mod tree;
pub mod typed;
