//! Shared by the fuzz targets: the types that they decode into, the values that they encode, and an oracle
//! for dates.

pub mod date_oracle;
pub mod pieces;
pub mod reading;
pub mod tree;
pub mod typed;
