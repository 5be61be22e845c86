//! `Evidence`: what recordings showed of a method, without any value of theirs.
//!
//! Evidence only grows. Two pieces merge into one that allows what either allows, in any order and any number
//! of times.

use super::{
    KnownEnvelope,
    skip::{is_false, is_zero},
};
use serde::{Deserialize, Serialize};

/// What recordings showed of one method.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// How many replies with a value there were, at least.
    pub replies: u32,
    /// The replies as they came.
    #[serde(skip_serializing_if = "Shape::is_unseen")]
    pub reply: Shape,
    /// The results, if every reply so far could have been in an envelope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
    /// The parameters of calls that had a result, one entry for each number of parameters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<SeenCall>,
    /// The parameters of calls whose reply may be a failure: one in an envelope, or an empty struct.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failed_calls: Vec<SeenCall>,
    /// Set if the rows of the reply had the length of a list of columns at the end of the parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Columns>,
    /// Whether the rows of a reply had a length that the parameters do not explain.
    #[serde(skip_serializing_if = "is_false")]
    pub fixed_columns: bool,
    /// Whether a parameter named the members of the reply's structs.
    #[serde(skip_serializing_if = "is_false")]
    pub chosen_members: bool,
    /// How many replies gave back the only parameter, at least.
    #[serde(skip_serializing_if = "is_zero")]
    pub echoes: u32,
    /// The faults.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<SeenFault>,
}

/// Results out of an envelope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// The envelope.
    pub envelope: KnownEnvelope,
    /// The results of successful replies.
    pub result: Shape,
    /// How many replies were successful, at least.
    pub replies: u32,
}

/// Calls with one number of parameters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeenCall {
    /// The parameters by their places, without leading parameters.
    pub params: Vec<Shape>,
}

/// A method whose rows have as many elements as the call had columns at its end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// How many parameters stand in front of the columns.
    pub before: u32,
    /// The numbers of columns that were seen.
    pub counts: Vec<u32>,
    /// The columns, as far as they are names of methods of the same server.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// A fault that was seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeenFault {
    /// The code.
    pub code: i32,
    /// The upper-case words at the beginning of the texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Whether a text began without such a word.
    #[serde(skip_serializing_if = "is_false")]
    pub unnamed: bool,
    /// Whether texts without such a word differed.
    #[serde(skip_serializing_if = "is_false")]
    pub differing: bool,
    /// The text, as a number that tells it from another one. It is never written.
    #[serde(skip)]
    pub fingerprint: u64,
}

/// The kinds of value that were seen at one place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "independent observations")]
pub struct Shape {
    /// How many values there were, at least.
    pub seen: u32,
    /// `<nil/>`, or no value at all.
    #[serde(skip_serializing_if = "is_false")]
    pub nil: bool,
    /// A boolean that was true.
    #[serde(rename = "true", skip_serializing_if = "is_false")]
    pub yes: bool,
    /// A boolean that was false.
    #[serde(rename = "false", skip_serializing_if = "is_false")]
    pub no: bool,
    /// An integer of 32 bits.
    #[serde(skip_serializing_if = "is_false")]
    pub int: bool,
    /// An `<i8>`, or an integer beyond 32 bits.
    #[serde(skip_serializing_if = "is_false")]
    pub long: bool,
    /// A `<double>`.
    #[serde(skip_serializing_if = "is_false")]
    pub double: bool,
    /// A date.
    #[serde(skip_serializing_if = "is_false")]
    pub date: bool,
    /// Bytes.
    #[serde(skip_serializing_if = "is_false")]
    pub base64: bool,
    /// Text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Box<Text>>,
    /// Arrays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub array: Option<Box<Array>>,
    /// Structs.
    #[serde(rename = "struct", skip_serializing_if = "Option::is_none")]
    pub object: Option<Box<Object>>,
}

impl Shape {
    /// Whether nothing was seen here.
    #[must_use]
    pub fn is_unseen(&self) -> bool {
        self.seen == 0
    }
}

/// What was seen of texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "independent observations")]
pub struct Text {
    /// An empty text.
    #[serde(skip_serializing_if = "is_false")]
    pub empty: bool,
    /// A text that is not empty.
    #[serde(skip_serializing_if = "is_false")]
    pub filled: bool,
    /// The word `true`.
    #[serde(rename = "true", skip_serializing_if = "is_false")]
    pub yes: bool,
    /// The word `false`.
    #[serde(rename = "false", skip_serializing_if = "is_false")]
    pub no: bool,
    /// A text that is neither an empty text nor a word for a boolean.
    #[serde(skip_serializing_if = "is_false")]
    pub other: bool,
    /// A text that is not a decimal number in its usual form.
    #[serde(skip_serializing_if = "is_false")]
    pub not_number: bool,
    /// A text that is not a whole number in its usual form.
    #[serde(skip_serializing_if = "is_false")]
    pub not_integer: bool,
    /// How many different texts there were, counted up to 3.
    pub distinct: u32,
    /// In how many replies they were, counted up to 2.
    pub replies: u32,
    /// Numbers that tell the texts from each other. They are never written.
    #[serde(skip)]
    pub fingerprints: Vec<u64>,
    /// The number of the last reply with a text. It is never written.
    #[serde(skip)]
    pub last_reply: u32,
}

/// What was seen of arrays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Array {
    /// An empty array.
    #[serde(skip_serializing_if = "is_false")]
    pub empty: bool,
    /// How many arrays with elements there were, at least.
    pub seen: u32,
    /// The lengths of arrays with elements, in ascending order; at most 8 of them.
    pub lengths: Vec<u32>,
    /// The elements, wherever they stood.
    pub items: Shape,
    /// The elements by their places, if all arrays had one short length.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Shape>,
}

/// What was seen of structs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Object {
    /// A struct without members.
    #[serde(skip_serializing_if = "is_false")]
    pub empty: bool,
    /// How many structs with members there were, at least.
    pub seen: u32,
    /// The members in the order in which they were first seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<SeenMember>,
    /// All members, if there were so many different names that they must be data. Their names are not kept
    /// then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Box<Shape>>,
}

/// A member of a struct.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeenMember {
    /// The name.
    pub name: String,
    /// Whether there was a struct without it, other than an empty one.
    #[serde(skip_serializing_if = "is_false")]
    pub absent: bool,
    /// The values.
    pub shape: Shape,
    /// The number of the last struct with it. It is never written.
    #[serde(skip)]
    pub last: u32,
}
