//! The values that a variant with a code may hold, in an enum with `#[derive(FaultCode)]`.
use xmlrpc_serde::Fault;

/// The code of a variant.
#[derive(Clone, Copy)]
pub enum VariantCode {
    /// A number, as the specification has it.
    Number(i32),
    /// A word.
    Word(&'static str),
}

impl VariantCode {
    /// Makes a fault with this code.
    pub fn with_message(self, message: impl Into<String>) -> Fault {
        match self {
            Self::Number(number) => Fault::new(number, message),
            Self::Word(word) => Fault::with_word(word, message),
        }
    }

    /// Gives a fault this code, unless it has it already.
    fn put_on(self, fault: Fault) -> Fault {
        let has_it = match self {
            Self::Number(number) => fault.number() == Some(number),
            Self::Word(word) => fault.word() == Some(word),
        };
        if has_it { fault } else { self.with_message(fault.message) }
    }
}

/// The field of a variant with a code: the fault's message, or the whole fault.
#[diagnostic::on_unimplemented(
    message = "a variant with a code cannot hold `{Self}`",
    label = "expected `String` or `xmlrpc::Fault`",
    note = "a variant with a code holds nothing, a `String` (the fault's message) or an `xmlrpc::Fault`",
    note = "for data of another type, give functions: `#[xmlrpc(code = .., read = path, write = path)]`"
)]
pub trait FaultPayload {
    /// Takes the field from a fault with the variant's code.
    fn from_fault(fault: Fault) -> Self;
    /// Makes a fault with the variant's code.
    fn into_fault(self, code: VariantCode) -> Fault;
}

impl FaultPayload for String {
    fn from_fault(fault: Fault) -> Self {
        fault.message
    }
    fn into_fault(self, code: VariantCode) -> Fault {
        code.with_message(self)
    }
}

impl FaultPayload for Fault {
    fn from_fault(fault: Fault) -> Self {
        fault
    }
    fn into_fault(self, code: VariantCode) -> Fault {
        code.put_on(self)
    }
}

/// The field of a variant with `fault`.
#[diagnostic::on_unimplemented(
    message = "a variant with `fault` cannot hold `{Self}`",
    label = "expected `xmlrpc::Fault`",
    note = "the variant takes every fault that no other variant takes: write `Server(xmlrpc::Fault)`"
)]
pub trait FaultHolder {
    /// Takes the fault.
    fn from_fault(fault: Fault) -> Self;
    /// Returns the fault.
    fn into_fault(self) -> Fault;
    /// Returns its number.
    fn number(&self) -> Option<i32>;
}

impl FaultHolder for Fault {
    fn from_fault(fault: Fault) -> Self {
        fault
    }
    fn into_fault(self) -> Fault {
        self
    }
    fn number(&self) -> Option<i32> {
        Self::number(self)
    }
}

/// What the function `read` of a variant returns: the data `T`, or nothing if the fault has no such data.
#[diagnostic::on_unimplemented(
    message = "the function `read` returns `{Self}`, and the variant holds `{T}`",
    label = "expected a function that returns `{T}`, `Option<{T}>` or `Result<{T}, _>`",
    note = "`read` is a function `fn(&xmlrpc::Fault) -> Option<{T}>`"
)]
pub trait ReadData<T> {
    /// Returns the data.
    fn into_data(self) -> Option<T>;
}

impl<T> ReadData<T> for T {
    fn into_data(self) -> Option<T> {
        Some(self)
    }
}

impl<T> ReadData<T> for Option<T> {
    fn into_data(self) -> Self {
        self
    }
}

impl<T, E> ReadData<T> for Result<T, E> {
    fn into_data(self) -> Option<T> {
        self.ok()
    }
}

/// What the function `write` of a variant returns: the message of the fault, or the whole fault.
#[diagnostic::on_unimplemented(
    message = "the function `write` returns `{Self}`",
    label = "expected a function that returns `String` or `xmlrpc::Fault`",
    note = "`write` is a function `fn(&T) -> String`, where `T` is what the variant holds"
)]
pub trait FaultText {
    /// Makes a fault with the variant's code.
    fn into_fault(self, code: VariantCode) -> Fault;
}

impl FaultText for String {
    fn into_fault(self, code: VariantCode) -> Fault {
        code.with_message(self)
    }
}

impl FaultText for &str {
    fn into_fault(self, code: VariantCode) -> Fault {
        code.with_message(self)
    }
}

impl FaultText for Fault {
    fn into_fault(self, code: VariantCode) -> Fault {
        code.put_on(self)
    }
}
