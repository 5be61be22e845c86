//! \*/ pub fn injected() {} /\*"; pub fn injected() {} //`code` `more` \`\`\`rust fn injected() {}
//! \`\`\`\#\!\[feature(injected)\]\#\[doc = "injected"\] fn indented() { injected() }
//! controlturned\~\~\~ fenced \~\~\~\[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\>
//! http\://example.org/a_b\* list - list + list 1. list \> quote \# head === --- \| a \| b \|
//! \|---\|---\|///\! //\! /// /\*\* \*/\~\~//\~\~ TODO: injected{} {{}} {0} {injected}r\#"raw"\#
//! b'x' '\\u{41}'\$crate \${injected} \$(x)\*größe ß é 名前 😀\\ \\\\ \\n \\"\&amp; \&\#x41;
//! \&lt;\_under\_ \*\*bold\*\* a_b \~strike\~ Self::injected\!(), by `xmlrpc gen`. Yours to edit;
//! `strangers.gen.toml` holds what is to be generated otherwise.
// The server sends notifications: */ pub fn injected() {} /*, "; pub fn injected() {} //, `code`
// ``more`` ```rust fn injected() {} ```, #![feature(injected)], #[doc = "injected"], fn indented()
// { injected() }, control, turned, ~~~ fenced ~~~, [link][injected] [other](javascript:x)
// <b>html</b> http://example.org/a_b, * list - list + list 1. list > quote # head === --- | a | b
// | |---|---|, ///! //! /// /** */, ~~//~~ TODO: injected, {} {{}} {0} {injected}, r#"raw"# b'x'
// '\u{41}', $crate ${injected} $(x)*, größe ß é 名前 😀, \ \\ \n \", &amp; &#x41; &lt;, _under_
// **bold** a_b ~strike~, , , , Self::injected!().
// Methods whose names cannot be sent: "", "a b", "a b.method", "members.value\"; injected",
// "space.a b", "space.value\"; injected", "value\"; injected", "value\"; injected.method".
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

use serde::{Deserialize, Serialize};

/// The methods without a namespace.
#[allow(clippy::len_without_is_empty, reason = "the server's method is called so")]
#[xmlrpc::api(rename_all = "camelCase")]
pub trait Strangers {
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".")]
    async fn value(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "..")]
    async fn dot_dot(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "...method")]
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "..method")]
    async fn dot_dot_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".a")]
    async fn a(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".a.method")]
    async fn a_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// {} {{}} {0} {injected}
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".method")]
    async fn dot_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "1")]
    async fn n1(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "1a")]
    async fn n1a(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "AB")]
    async fn ab(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Option")]
    async fn option(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Result")]
    async fn result(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Self")]
    async fn self_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// {} {{}} {0} {injected}
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "String")]
    async fn string(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Value")]
    async fn xq56qalue(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Vec")]
    async fn vec(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "_")]
    async fn xq5fq(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "__")]
    async fn xq5fqq5fq(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a-b")]
    async fn a_b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a/b:c")]
    async fn a_b_c(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "aB")]
    async fn xaq42q(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a_b")]
    async fn xaq5fqb(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn add(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn async_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn await_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "clone")]
    async fn clone_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "contract")]
    async fn contract_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn crate_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn default(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn fn_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "from_url")]
    #[allow(clippy::wrong_self_convention, reason = "the server's method is like this")]
    async fn from_url_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn gen_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "größe")]
    async fn groesse(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "into_it")]
    #[allow(clippy::wrong_self_convention, reason = "the server's method is like this")]
    async fn into_it(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn len(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "new")]
    async fn new_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn next(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "r#type")]
    async fn r_type(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "self")]
    async fn xself(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn serde(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn std(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn super_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn type_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn union_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn xmlrpc(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "{injected}")]
    async fn injected(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "名前")]
    async fn u540d_u524d(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "\u{1f600}")]
    async fn u1f600(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `1.*`.
#[xmlrpc::api(prefix = "1.")]
pub trait N1 {
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `1a.*`.
#[xmlrpc::api(prefix = "1a.")]
pub trait N1a {
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `A.*`.
#[xmlrpc::api(prefix = "A.", rename_all = "PascalCase")]
pub trait A {
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "B.method")]
    async fn b_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `AB.*`.
#[xmlrpc::api(prefix = "AB.")]
pub trait Ab {
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `Option.*`.
#[xmlrpc::api(prefix = "Option.")]
pub trait OptionApi {
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `Result.*`.
#[xmlrpc::api(prefix = "Result.")]
pub trait ResultApi {
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `Self.*`.
#[xmlrpc::api(prefix = "Self.")]
pub trait SelfApi {
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `String.*`.
#[xmlrpc::api(prefix = "String.")]
pub trait StringApi {
    /// {} {{}} {0} {injected}
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `Value.*`.
#[xmlrpc::api(prefix = "Value.")]
pub trait Value {
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `Vec.*`.
#[xmlrpc::api(prefix = "Vec.")]
pub trait VecApi {
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `_.*`.
#[xmlrpc::api(prefix = "_.")]
pub trait Nameless {
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `__.*`.
#[xmlrpc::api(prefix = "__.")]
pub trait NamelessApi {
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `a.*`.
#[xmlrpc::api(prefix = "a.")]
pub trait AApi {
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "")]
    async fn value(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".b")]
    async fn b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".b.method")]
    async fn b_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".method")]
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "b.c")]
    async fn b_c(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "b.c.method")]
    async fn b_c_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `a-b.*`.
#[xmlrpc::api(prefix = "a-b.")]
pub trait ABApi {
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `a/b:c.*`.
#[xmlrpc::api(prefix = "a/b:c.")]
pub trait Abc {
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `aB.*`.
#[xmlrpc::api(prefix = "aB.")]
pub trait Xaq42qApi {
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `a_b.*`.
#[xmlrpc::api(prefix = "a_b.")]
pub trait Xaq5fqbApi {
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `add.*`.
#[xmlrpc::api(prefix = "add.")]
pub trait Add {
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `async.*`.
#[xmlrpc::api(prefix = "async.")]
pub trait Async {
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `await.*`.
#[xmlrpc::api(prefix = "await.")]
pub trait Await {
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `clone.*`.
#[xmlrpc::api(prefix = "clone.")]
pub trait CloneApi {
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `contract.*`.
#[xmlrpc::api(prefix = "contract.")]
pub trait Contract {
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `crate.*`.
#[xmlrpc::api(prefix = "crate.")]
pub trait Crate {
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `default.*`.
#[xmlrpc::api(prefix = "default.")]
pub trait DefaultApi {
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `docs.*`.
#[xmlrpc::api(prefix = "docs.")]
pub trait Docs {
    /// \*/ pub fn injected() {} /\*
    ///
    /// * `type_`: \*/ pub fn injected() {} /\* \*/ pub fn injected() {} /\*
    /// * `fn_`: \*/ pub fn injected() {} /\*
    ///
    /// Returns: \*/ pub fn injected() {} /\*
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    async fn m0(
        &self,
        type_: &str,
        fn_: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// * `self_`: "; pub fn injected() {} //
    /// * `fn_`: "; pub fn injected() {} //
    /// * `type_`: "; pub fn injected() {} //
    ///
    /// Returns: "; pub fn injected() {} //
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m1(
        &self,
        self_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// * `string`: r\#type \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\|
    /// * `fn_`: \* list - list + list 1. list \> quote \# head === --- \| a \| b \| \|---\|---\|
    /// * `type_`: \* list - list + list 1. list \> quote \# head === --- \| a \| b \| \|---\|---\|
    ///
    /// Returns: \* list - list + list 1. list \> quote \# head === --- \| a \| b \| \|---\|---\|
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m10(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// * `value`: ///\! //\! /// /\*\* \*/
    /// * `fn_`: ///\! //\! /// /\*\* \*/
    /// * `type_`: ///\! //\! /// /\*\* \*/
    ///
    /// Returns: ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m11(
        &self,
        value: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// * `value`: \~\~//\~\~ TODO: injected
    /// * `fn_`: \~\~//\~\~ TODO: injected
    /// * `type_`: \~\~//\~\~ TODO: injected
    ///
    /// Returns: \~\~//\~\~ TODO: injected
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m12(
        &self,
        value: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// {} {{}} {0} {injected}
    ///
    /// * `string`: {} {{}} {0} {injected}
    /// * `fn_`: {} {{}} {0} {injected}
    /// * `type_`: {} {{}} {0} {injected}
    ///
    /// Returns: {} {{}} {0} {injected}
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m13(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// * `string`: 1 r\#"raw"\# b'x' '\\u{41}'
    /// * `fn_`: r\#"raw"\# b'x' '\\u{41}'
    /// * `type_`: r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Returns: r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m14(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// * `string`: 1a \$crate \${injected} \$(x)\*
    /// * `fn_`: \$crate \${injected} \$(x)\*
    /// * `type_`: \$crate \${injected} \$(x)\*
    ///
    /// Returns: \$crate \${injected} \$(x)\*
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m15(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// größe ß é 名前 😀
    ///
    /// * `string`: . größe ß é 名前 😀
    /// * `fn_`: größe ß é 名前 😀
    /// * `type_`: größe ß é 名前 😀
    ///
    /// Returns: größe ß é 名前 😀
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m16(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// * `string`: .. \\ \\\\ \\n \\"
    /// * `fn_`: \\ \\\\ \\n \\"
    /// * `type_`: \\ \\\\ \\n \\"
    ///
    /// Returns: \\ \\\\ \\n \\"
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m17(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// * `string`: a. \&amp; \&\#x41; \&lt;
    /// * `fn_`: \&amp; \&\#x41; \&lt;
    /// * `type_`: \&amp; \&\#x41; \&lt;
    ///
    /// Returns: \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m18(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// * `string`: .a \_under\_ \*\*bold\*\* a_b \~strike\~
    /// * `fn_`: \_under\_ \*\*bold\*\* a_b \~strike\~
    /// * `type_`: \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Returns: \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m19(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// * `self_`: `code` `more` \`\`\`rust fn injected() {} \`\`\`
    /// * `fn_`: `code` `more` \`\`\`rust fn injected() {} \`\`\`
    /// * `type_`: `code` `more` \`\`\`rust fn injected() {} \`\`\`
    ///
    /// Returns: `code` `more` \`\`\`rust fn injected() {} \`\`\`
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m2(
        &self,
        self_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// @param string a..b
    /// @param int fn
    /// @return struct x
    /// \:param type:
    ///
    /// * `string`: a..b
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m20(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// @param string a.b.c
    /// @param int fn
    /// @return struct x
    /// \:param type:
    ///
    /// * `string`: a.b.c
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m21(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// @param string a_b
    /// @param int fn
    /// @return struct x
    /// \:param type:
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m22(
        &self,
        a_b: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Self::injected\!()
    ///
    /// * `string`: a-b Self::injected\!()
    /// * `fn_`: Self::injected\!()
    /// * `type_`: Self::injected\!()
    ///
    /// Returns: Self::injected\!()
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m23(
        &self,
        string: &xmlrpc::Value,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\!\[feature(injected)\]
    ///
    /// * `super_`: \#\!\[feature(injected)\]
    /// * `fn_`: \#\!\[feature(injected)\]
    /// * `type_`: \#\!\[feature(injected)\]
    ///
    /// Returns: \#\!\[feature(injected)\]
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m3(
        &self,
        super_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\[doc = "injected"\]
    ///
    /// * `crate_`: \#\[doc = "injected"\]
    /// * `fn_`: \#\[doc = "injected"\]
    /// * `type_`: \#\[doc = "injected"\]
    ///
    /// Returns: \#\[doc = "injected"\]
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m4(
        &self,
        crate_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// fn indented() { injected() }
    ///
    /// * `fn_`: fn indented() { injected() } fn indented() { injected() }
    /// * `type_`: fn indented() { injected() }
    ///
    /// Returns: fn indented() { injected() }
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m5(
        &self,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// control
    ///
    /// * `async_`: control
    /// * `fn_`: control
    /// * `type_`: control
    ///
    /// Returns: control
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m6(
        &self,
        async_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// turned
    ///
    /// * `await_`: turned
    /// * `fn_`: turned
    /// * `type_`: turned
    ///
    /// Returns: turned
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m7(
        &self,
        await_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// * `gen_`: \~\~\~ fenced \~\~\~
    /// * `fn_`: \~\~\~ fenced \~\~\~
    /// * `type_`: \~\~\~ fenced \~\~\~
    ///
    /// Returns: \~\~\~ fenced \~\~\~
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m8(
        &self,
        gen_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// * `union_`: \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    /// * `fn_`: \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    /// * `type_`: \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Returns: \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn m9(
        &self,
        union_: &str,
        fn_: i32,
        type_: &xmlrpc::Value,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `file.*`.
#[xmlrpc::api(prefix = "file.")]
pub trait File {
    /// \*/ pub fn injected() {} /\*
    ///
    /// * `pub_fn_injected`: \*/ pub fn injected() {} /\*; \*/ pub fn injected() {} /\* by default
    /// * `pub_fn_injected_1`: \*/ pub fn injected() {} /\*; \*/ pub fn injected() {} /\* by default
    /// * `pub_fn_injected_2`: \*/ pub fn injected() {} /\*; \*/ pub fn injected() {} /\* by default
    /// * `pub_fn_injected_3`: \*/ pub fn injected() {} /\*; \*/ pub fn injected() {} /\* by default
    /// * `pub_fn_injected_4`: \*/ pub fn injected() {} /\*; \*/ pub fn injected() {} /\* by default
    ///
    /// Returns: \*/ pub fn injected() {} /\*
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m0(
        &self,
        pub_fn_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        pub_fn_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// "; pub fn injected() {} //
    ///
    /// * `pub_fn_injected`: "; pub fn injected() {} //; "; pub fn injected() {} // by default
    /// * `pub_fn_injected_1`: "; pub fn injected() {} //; "; pub fn injected() {} // by default
    /// * `pub_fn_injected_2`: "; pub fn injected() {} //; "; pub fn injected() {} // by default
    /// * `pub_fn_injected_3`: "; pub fn injected() {} //; "; pub fn injected() {} // by default
    /// * `pub_fn_injected_4`: "; pub fn injected() {} //; "; pub fn injected() {} // by default
    ///
    /// Returns: "; pub fn injected() {} //
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m1(
        &self,
        pub_fn_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        pub_fn_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        pub_fn_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// * `list_list_list_1_list_quote_head_a_b`: \* list - list + list 1. list \> quote \# head === ---
    ///   \| a \| b \| \|---\|---\|; \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\| by default
    /// * `list_list_list_1_list_quote_head_a_b_1`: \* list - list + list 1. list \> quote \# head === ---
    ///   \| a \| b \| \|---\|---\|; \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\| by default
    /// * `list_list_list_1_list_quote_head_a_b_2`: \* list - list + list 1. list \> quote \# head === ---
    ///   \| a \| b \| \|---\|---\|; \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\| by default
    /// * `list_list_list_1_list_quote_head_a_b_3`: \* list - list + list 1. list \> quote \# head === ---
    ///   \| a \| b \| \|---\|---\|; \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\| by default
    /// * `list_list_list_1_list_quote_head_a_b_4`: \* list - list + list 1. list \> quote \# head === ---
    ///   \| a \| b \| \|---\|---\|; \* list - list + list 1. list \> quote \# head === --- \| a \| b \|
    ///   \|---\|---\| by default
    ///
    /// Returns: \* list - list + list 1. list \> quote \# head === --- \| a \| b \| \|---\|---\|
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m10(
        &self,
        list_list_list_1_list_quote_head_a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        list_list_list_1_list_quote_head_a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        list_list_list_1_list_quote_head_a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        list_list_list_1_list_quote_head_a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        list_list_list_1_list_quote_head_a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// * `value`: ///\! //\! /// /\*\* \*/; ///\! //\! /// /\*\* \*/ by default
    /// * `n1`: ///\! //\! /// /\*\* \*/; ///\! //\! /// /\*\* \*/ by default
    /// * `n2`: ///\! //\! /// /\*\* \*/; ///\! //\! /// /\*\* \*/ by default
    /// * `n3`: ///\! //\! /// /\*\* \*/; ///\! //\! /// /\*\* \*/ by default
    /// * `n4`: ///\! //\! /// /\*\* \*/; ///\! //\! /// /\*\* \*/ by default
    ///
    /// Returns: ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m11(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// * `todo_injected`: \~\~//\~\~ TODO: injected; \~\~//\~\~ TODO: injected by default
    /// * `todo_injected_1`: \~\~//\~\~ TODO: injected; \~\~//\~\~ TODO: injected by default
    /// * `todo_injected_2`: \~\~//\~\~ TODO: injected; \~\~//\~\~ TODO: injected by default
    /// * `todo_injected_3`: \~\~//\~\~ TODO: injected; \~\~//\~\~ TODO: injected by default
    /// * `todo_injected_4`: \~\~//\~\~ TODO: injected; \~\~//\~\~ TODO: injected by default
    ///
    /// Returns: \~\~//\~\~ TODO: injected
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m12(
        &self,
        todo_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        todo_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        todo_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        todo_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        todo_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// {} {{}} {0} {injected}
    ///
    /// * `n0_injected`: {} {{}} {0} {injected}; {} {{}} {0} {injected} by default
    /// * `n0_injected_1`: {} {{}} {0} {injected}; {} {{}} {0} {injected} by default
    /// * `n0_injected_2`: {} {{}} {0} {injected}; {} {{}} {0} {injected} by default
    /// * `n0_injected_3`: {} {{}} {0} {injected}; {} {{}} {0} {injected} by default
    /// * `n0_injected_4`: {} {{}} {0} {injected}; {} {{}} {0} {injected} by default
    ///
    /// Returns: {} {{}} {0} {injected}
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m13(
        &self,
        n0_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n0_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n0_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n0_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n0_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// * `r_raw_b_x_u_41`: r\#"raw"\# b'x' '\\u{41}'; r\#"raw"\# b'x' '\\u{41}' by default
    /// * `r_raw_b_x_u_41_1`: r\#"raw"\# b'x' '\\u{41}'; r\#"raw"\# b'x' '\\u{41}' by default
    /// * `r_raw_b_x_u_41_2`: r\#"raw"\# b'x' '\\u{41}'; r\#"raw"\# b'x' '\\u{41}' by default
    /// * `r_raw_b_x_u_41_3`: r\#"raw"\# b'x' '\\u{41}'; r\#"raw"\# b'x' '\\u{41}' by default
    /// * `r_raw_b_x_u_41_4`: r\#"raw"\# b'x' '\\u{41}'; r\#"raw"\# b'x' '\\u{41}' by default
    ///
    /// Returns: r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m14(
        &self,
        r_raw_b_x_u_41: &xmlrpc::Value,
        #[xmlrpc(optional)]
        r_raw_b_x_u_41_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_raw_b_x_u_41_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_raw_b_x_u_41_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_raw_b_x_u_41_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// * `crate_injected_x`: \$crate \${injected} \$(x)\*; \$crate \${injected} \$(x)\* by default
    /// * `crate_injected_x_1`: \$crate \${injected} \$(x)\*; \$crate \${injected} \$(x)\* by default
    /// * `crate_injected_x_2`: \$crate \${injected} \$(x)\*; \$crate \${injected} \$(x)\* by default
    /// * `crate_injected_x_3`: \$crate \${injected} \$(x)\*; \$crate \${injected} \$(x)\* by default
    /// * `crate_injected_x_4`: \$crate \${injected} \$(x)\*; \$crate \${injected} \$(x)\* by default
    ///
    /// Returns: \$crate \${injected} \$(x)\*
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m15(
        &self,
        crate_injected_x: &xmlrpc::Value,
        #[xmlrpc(optional)]
        crate_injected_x_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_injected_x_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_injected_x_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_injected_x_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// größe ß é 名前 😀
    ///
    /// * `groesse_ss_e_u540d_u524d`: größe ß é 名前 😀; größe ß é 名前 😀 by default
    /// * `groesse_ss_e_u540d_u524d_1`: größe ß é 名前 😀; größe ß é 名前 😀 by default
    /// * `groesse_ss_e_u540d_u524d_2`: größe ß é 名前 😀; größe ß é 名前 😀 by default
    /// * `groesse_ss_e_u540d_u524d_3`: größe ß é 名前 😀; größe ß é 名前 😀 by default
    /// * `groesse_ss_e_u540d_u524d_4`: größe ß é 名前 😀; größe ß é 名前 😀 by default
    ///
    /// Returns: größe ß é 名前 😀
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m16(
        &self,
        groesse_ss_e_u540d_u524d: &xmlrpc::Value,
        #[xmlrpc(optional)]
        groesse_ss_e_u540d_u524d_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_ss_e_u540d_u524d_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_ss_e_u540d_u524d_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_ss_e_u540d_u524d_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \\ \\\\ \\n \\"
    ///
    /// * `n`: \\ \\\\ \\n \\"; \\ \\\\ \\n \\" by default
    /// * `n_1`: \\ \\\\ \\n \\"; \\ \\\\ \\n \\" by default
    /// * `n_2`: \\ \\\\ \\n \\"; \\ \\\\ \\n \\" by default
    /// * `n_3`: \\ \\\\ \\n \\"; \\ \\\\ \\n \\" by default
    /// * `n_4`: \\ \\\\ \\n \\"; \\ \\\\ \\n \\" by default
    ///
    /// Returns: \\ \\\\ \\n \\"
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m17(
        &self,
        n: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// * `amp_x41_lt`: \&amp; \&\#x41; \&lt;; \&amp; \&\#x41; \&lt; by default
    /// * `amp_x41_lt_1`: \&amp; \&\#x41; \&lt;; \&amp; \&\#x41; \&lt; by default
    /// * `amp_x41_lt_2`: \&amp; \&\#x41; \&lt;; \&amp; \&\#x41; \&lt; by default
    /// * `amp_x41_lt_3`: \&amp; \&\#x41; \&lt;; \&amp; \&\#x41; \&lt; by default
    /// * `amp_x41_lt_4`: \&amp; \&\#x41; \&lt;; \&amp; \&\#x41; \&lt; by default
    ///
    /// Returns: \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m18(
        &self,
        amp_x41_lt: &xmlrpc::Value,
        #[xmlrpc(optional)]
        amp_x41_lt_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        amp_x41_lt_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        amp_x41_lt_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        amp_x41_lt_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// * `under_bold_a_b_strike`: \_under\_ \*\*bold\*\* a_b \~strike\~; \_under\_ \*\*bold\*\* a_b
    ///   \~strike\~ by default
    /// * `under_bold_a_b_strike_1`: \_under\_ \*\*bold\*\* a_b \~strike\~; \_under\_ \*\*bold\*\* a_b
    ///   \~strike\~ by default
    /// * `under_bold_a_b_strike_2`: \_under\_ \*\*bold\*\* a_b \~strike\~; \_under\_ \*\*bold\*\* a_b
    ///   \~strike\~ by default
    /// * `under_bold_a_b_strike_3`: \_under\_ \*\*bold\*\* a_b \~strike\~; \_under\_ \*\*bold\*\* a_b
    ///   \~strike\~ by default
    /// * `under_bold_a_b_strike_4`: \_under\_ \*\*bold\*\* a_b \~strike\~; \_under\_ \*\*bold\*\* a_b
    ///   \~strike\~ by default
    ///
    /// Returns: \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m19(
        &self,
        under_bold_a_b_strike: &xmlrpc::Value,
        #[xmlrpc(optional)]
        under_bold_a_b_strike_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        under_bold_a_b_strike_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        under_bold_a_b_strike_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        under_bold_a_b_strike_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// * `code_more_rust_fn_injected`: `code` `more` \`\`\`rust fn injected() {} \`\`\`; `code` `more`
    ///   \`\`\`rust fn injected() {} \`\`\` by default
    /// * `code_more_rust_fn_injected_1`: `code` `more` \`\`\`rust fn injected() {} \`\`\`; `code` `more`
    ///   \`\`\`rust fn injected() {} \`\`\` by default
    /// * `code_more_rust_fn_injected_2`: `code` `more` \`\`\`rust fn injected() {} \`\`\`; `code` `more`
    ///   \`\`\`rust fn injected() {} \`\`\` by default
    /// * `code_more_rust_fn_injected_3`: `code` `more` \`\`\`rust fn injected() {} \`\`\`; `code` `more`
    ///   \`\`\`rust fn injected() {} \`\`\` by default
    /// * `code_more_rust_fn_injected_4`: `code` `more` \`\`\`rust fn injected() {} \`\`\`; `code` `more`
    ///   \`\`\`rust fn injected() {} \`\`\` by default
    ///
    /// Returns: `code` `more` \`\`\`rust fn injected() {} \`\`\`
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m2(
        &self,
        code_more_rust_fn_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        code_more_rust_fn_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        code_more_rust_fn_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        code_more_rust_fn_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        code_more_rust_fn_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// * `arg1`: by default
    /// * `arg2_1`: by default
    /// * `arg2_2`: by default
    /// * `arg2_3`: by default
    /// * `arg2_4`: by default
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m20(
        &self,
        arg1: &xmlrpc::Value,
        #[xmlrpc(optional)]
        arg2_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// * `value`: ; by default
    /// * `n1`: ; by default
    /// * `n2`: ; by default
    /// * `n3`: ; by default
    /// * `n4`: ; by default
    ///
    /// Returns:
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m21(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// * `value`: ; by default
    /// * `n1`: ; by default
    /// * `n2`: ; by default
    /// * `n3`: ; by default
    /// * `n4`: ; by default
    ///
    /// Returns:
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m22(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Self::injected\!()
    ///
    /// * `self_injected`: Self::injected\!(); Self::injected\!() by default
    /// * `self_injected_1`: Self::injected\!(); Self::injected\!() by default
    /// * `self_injected_2`: Self::injected\!(); Self::injected\!() by default
    /// * `self_injected_3`: Self::injected\!(); Self::injected\!() by default
    /// * `self_injected_4`: Self::injected\!(); Self::injected\!() by default
    ///
    /// Returns: Self::injected\!()
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m23(
        &self,
        self_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        self_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// type
    ///
    /// * `type_`: type; type by default
    /// * `type_1`: type; type by default
    /// * `type_2`: type; type by default
    /// * `type_3`: type; type by default
    /// * `type_4`: type; type by default
    ///
    /// Returns: type
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m24(
        &self,
        type_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        type_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        type_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        type_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        type_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// self
    ///
    /// * `self_`: self; self by default
    /// * `self_1`: self; self by default
    /// * `self_2`: self; self by default
    /// * `self_3`: self; self by default
    /// * `self_4`: self; self by default
    ///
    /// Returns: self
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m25(
        &self,
        self_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        self_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Self
    ///
    /// * `self_`: Self; Self by default
    /// * `self_1`: Self; Self by default
    /// * `self_2`: Self; Self by default
    /// * `self_3`: Self; Self by default
    /// * `self_4`: Self; Self by default
    ///
    /// Returns: Self
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m26(
        &self,
        self_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        self_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        self_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// super
    ///
    /// * `super_`: super; super by default
    /// * `super_1`: super; super by default
    /// * `super_2`: super; super by default
    /// * `super_3`: super; super by default
    /// * `super_4`: super; super by default
    ///
    /// Returns: super
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m27(
        &self,
        super_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        super_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        super_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        super_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        super_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// crate
    ///
    /// * `crate_`: crate; crate by default
    /// * `crate_1`: crate; crate by default
    /// * `crate_2`: crate; crate by default
    /// * `crate_3`: crate; crate by default
    /// * `crate_4`: crate; crate by default
    ///
    /// Returns: crate
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m28(
        &self,
        crate_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        crate_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        crate_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// fn
    ///
    /// * `fn_`: fn; fn by default
    /// * `fn_1`: fn; fn by default
    /// * `fn_2`: fn; fn by default
    /// * `fn_3`: fn; fn by default
    /// * `fn_4`: fn; fn by default
    ///
    /// Returns: fn
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m29(
        &self,
        fn_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        fn_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \#\!\[feature(injected)\]
    ///
    /// * `feature_injected`: \#\!\[feature(injected)\]; \#\!\[feature(injected)\] by default
    /// * `feature_injected_1`: \#\!\[feature(injected)\]; \#\!\[feature(injected)\] by default
    /// * `feature_injected_2`: \#\!\[feature(injected)\]; \#\!\[feature(injected)\] by default
    /// * `feature_injected_3`: \#\!\[feature(injected)\]; \#\!\[feature(injected)\] by default
    /// * `feature_injected_4`: \#\!\[feature(injected)\]; \#\!\[feature(injected)\] by default
    ///
    /// Returns: \#\!\[feature(injected)\]
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m3(
        &self,
        feature_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        feature_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        feature_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        feature_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        feature_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// async
    ///
    /// * `async_`: async; async by default
    /// * `async_1`: async; async by default
    /// * `async_2`: async; async by default
    /// * `async_3`: async; async by default
    /// * `async_4`: async; async by default
    ///
    /// Returns: async
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m30(
        &self,
        async_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        async_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        async_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        async_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        async_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// await
    ///
    /// * `await_`: await; await by default
    /// * `await_1`: await; await by default
    /// * `await_2`: await; await by default
    /// * `await_3`: await; await by default
    /// * `await_4`: await; await by default
    ///
    /// Returns: await
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m31(
        &self,
        await_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        await_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        await_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        await_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        await_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// gen
    ///
    /// * `gen_`: gen; gen by default
    /// * `gen_1`: gen; gen by default
    /// * `gen_2`: gen; gen by default
    /// * `gen_3`: gen; gen by default
    /// * `gen_4`: gen; gen by default
    ///
    /// Returns: gen
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m32(
        &self,
        gen_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        gen_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        gen_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        gen_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        gen_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// union
    ///
    /// * `union_`: union; union by default
    /// * `union_1`: union; union by default
    /// * `union_2`: union; union by default
    /// * `union_3`: union; union by default
    /// * `union_4`: union; union by default
    ///
    /// Returns: union
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m33(
        &self,
        union_: &xmlrpc::Value,
        #[xmlrpc(optional)]
        union_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        union_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        union_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        union_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// r\#type
    ///
    /// * `r_type`: r\#type; r\#type by default
    /// * `r_type_1`: r\#type; r\#type by default
    /// * `r_type_2`: r\#type; r\#type by default
    /// * `r_type_3`: r\#type; r\#type by default
    /// * `r_type_4`: r\#type; r\#type by default
    ///
    /// Returns: r\#type
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m34(
        &self,
        r_type: &xmlrpc::Value,
        #[xmlrpc(optional)]
        r_type_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_type_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_type_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        r_type_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \_
    ///
    /// * `value`: \_; \_ by default
    /// * `n1`: \_; \_ by default
    /// * `n2`: \_; \_ by default
    /// * `n3`: \_; \_ by default
    /// * `n4`: \_; \_ by default
    ///
    /// Returns: \_
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m35(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \_\_
    ///
    /// * `value`: \_\_; \_\_ by default
    /// * `n1`: \_\_; \_\_ by default
    /// * `n2`: \_\_; \_\_ by default
    /// * `n3`: \_\_; \_\_ by default
    /// * `n4`: \_\_; \_\_ by default
    ///
    /// Returns: \_\_
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m36(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// * `arg1`: by default
    /// * `arg2_1`: by default
    /// * `arg2_2`: by default
    /// * `arg2_3`: by default
    /// * `arg2_4`: by default
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m37(
        &self,
        arg1: &xmlrpc::Value,
        #[xmlrpc(optional)]
        arg2_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        arg2_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// 1
    ///
    /// * `n1`: 1; 1 by default
    /// * `n1_1`: 1; 1 by default
    /// * `n1_2`: 1; 1 by default
    /// * `n1_3`: 1; 1 by default
    /// * `n1_4`: 1; 1 by default
    ///
    /// Returns: 1
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m38(
        &self,
        n1: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// 1a
    ///
    /// * `n1a`: 1a; 1a by default
    /// * `n1a_1`: 1a; 1a by default
    /// * `n1a_2`: 1a; 1a by default
    /// * `n1a_3`: 1a; 1a by default
    /// * `n1a_4`: 1a; 1a by default
    ///
    /// Returns: 1a
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m39(
        &self,
        n1a: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1a_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1a_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1a_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n1a_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \#\[doc = "injected"\]
    ///
    /// * `doc_injected`: \#\[doc = "injected"\]; \#\[doc = "injected"\] by default
    /// * `doc_injected_1`: \#\[doc = "injected"\]; \#\[doc = "injected"\] by default
    /// * `doc_injected_2`: \#\[doc = "injected"\]; \#\[doc = "injected"\] by default
    /// * `doc_injected_3`: \#\[doc = "injected"\]; \#\[doc = "injected"\] by default
    /// * `doc_injected_4`: \#\[doc = "injected"\]; \#\[doc = "injected"\] by default
    ///
    /// Returns: \#\[doc = "injected"\]
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m4(
        &self,
        doc_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        doc_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        doc_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        doc_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        doc_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// .
    ///
    /// * `value`: .; . by default
    /// * `n1`: .; . by default
    /// * `n2`: .; . by default
    /// * `n3`: .; . by default
    /// * `n4`: .; . by default
    ///
    /// Returns: .
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m40(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// ..
    ///
    /// * `value`: ..; .. by default
    /// * `n1`: ..; .. by default
    /// * `n2`: ..; .. by default
    /// * `n3`: ..; .. by default
    /// * `n4`: ..; .. by default
    ///
    /// Returns: ..
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m41(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a.
    ///
    /// * `a`: a.; a. by default
    /// * `a_1`: a.; a. by default
    /// * `a_2`: a.; a. by default
    /// * `a_3`: a.; a. by default
    /// * `a_4`: a.; a. by default
    ///
    /// Returns: a.
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m42(
        &self,
        a: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// .a
    ///
    /// * `a`: .a; .a by default
    /// * `a_1`: .a; .a by default
    /// * `a_2`: .a; .a by default
    /// * `a_3`: .a; .a by default
    /// * `a_4`: .a; .a by default
    ///
    /// Returns: .a
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m43(
        &self,
        a: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a..b
    ///
    /// * `a_b`: a..b; a..b by default
    /// * `a_b_1`: a..b; a..b by default
    /// * `a_b_2`: a..b; a..b by default
    /// * `a_b_3`: a..b; a..b by default
    /// * `a_b_4`: a..b; a..b by default
    ///
    /// Returns: a..b
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m44(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a.b.c
    ///
    /// * `a_b_c`: a.b.c; a.b.c by default
    /// * `a_b_c_1`: a.b.c; a.b.c by default
    /// * `a_b_c_2`: a.b.c; a.b.c by default
    /// * `a_b_c_3`: a.b.c; a.b.c by default
    /// * `a_b_c_4`: a.b.c; a.b.c by default
    ///
    /// Returns: a.b.c
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m45(
        &self,
        a_b_c: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_c_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a_b
    ///
    /// * `a_b`: a_b; a_b by default
    /// * `a_b_1`: a_b; a_b by default
    /// * `a_b_2`: a_b; a_b by default
    /// * `a_b_3`: a_b; a_b by default
    /// * `a_b_4`: a_b; a_b by default
    ///
    /// Returns: a_b
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m46(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a-b
    ///
    /// * `a_b`: a-b; a-b by default
    /// * `a_b_1`: a-b; a-b by default
    /// * `a_b_2`: a-b; a-b by default
    /// * `a_b_3`: a-b; a-b by default
    /// * `a_b_4`: a-b; a-b by default
    ///
    /// Returns: a-b
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m47(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a b
    ///
    /// * `a_b`: a b; a b by default
    /// * `a_b_1`: a b; a b by default
    /// * `a_b_2`: a b; a b by default
    /// * `a_b_3`: a b; a b by default
    /// * `a_b_4`: a b; a b by default
    ///
    /// Returns: a b
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m48(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// aB
    ///
    /// * `a_b`: aB; aB by default
    /// * `a_b_1`: aB; aB by default
    /// * `a_b_2`: aB; aB by default
    /// * `a_b_3`: aB; aB by default
    /// * `a_b_4`: aB; aB by default
    ///
    /// Returns: aB
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m49(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// fn indented() { injected() }
    ///
    /// * `fn_indented_injected`: fn indented() { injected() }; fn indented() { injected() } by default
    /// * `fn_indented_injected_1`: fn indented() { injected() }; fn indented() { injected() } by default
    /// * `fn_indented_injected_2`: fn indented() { injected() }; fn indented() { injected() } by default
    /// * `fn_indented_injected_3`: fn indented() { injected() }; fn indented() { injected() } by default
    /// * `fn_indented_injected_4`: fn indented() { injected() }; fn indented() { injected() } by default
    ///
    /// Returns: fn indented() { injected() }
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m5(
        &self,
        fn_indented_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        fn_indented_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_indented_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_indented_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fn_indented_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// AB
    ///
    /// * `ab`: AB; AB by default
    /// * `ab_1`: AB; AB by default
    /// * `ab_2`: AB; AB by default
    /// * `ab_3`: AB; AB by default
    /// * `ab_4`: AB; AB by default
    ///
    /// Returns: AB
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m50(
        &self,
        ab: &xmlrpc::Value,
        #[xmlrpc(optional)]
        ab_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        ab_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        ab_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        ab_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// A.B
    ///
    /// * `a_b`: A.B; A.B by default
    /// * `a_b_1`: A.B; A.B by default
    /// * `a_b_2`: A.B; A.B by default
    /// * `a_b_3`: A.B; A.B by default
    /// * `a_b_4`: A.B; A.B by default
    ///
    /// Returns: A.B
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m51(
        &self,
        a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// größe
    ///
    /// * `groesse`: größe; größe by default
    /// * `groesse_1`: größe; größe by default
    /// * `groesse_2`: größe; größe by default
    /// * `groesse_3`: größe; größe by default
    /// * `groesse_4`: größe; größe by default
    ///
    /// Returns: größe
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m52(
        &self,
        groesse: &xmlrpc::Value,
        #[xmlrpc(optional)]
        groesse_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        groesse_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// 名前
    ///
    /// * `u540d_u524d`: 名前; 名前 by default
    /// * `u540d_u524d_1`: 名前; 名前 by default
    /// * `u540d_u524d_2`: 名前; 名前 by default
    /// * `u540d_u524d_3`: 名前; 名前 by default
    /// * `u540d_u524d_4`: 名前; 名前 by default
    ///
    /// Returns: 名前
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m53(
        &self,
        u540d_u524d: &xmlrpc::Value,
        #[xmlrpc(optional)]
        u540d_u524d_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        u540d_u524d_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        u540d_u524d_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        u540d_u524d_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// 😀
    ///
    /// * `value`: 😀; 😀 by default
    /// * `n1`: 😀; 😀 by default
    /// * `n2`: 😀; 😀 by default
    /// * `n3`: 😀; 😀 by default
    /// * `n4`: 😀; 😀 by default
    ///
    /// Returns: 😀
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m54(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        n1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        n4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// new
    ///
    /// * `new`: new; new by default
    /// * `new_1`: new; new by default
    /// * `new_2`: new; new by default
    /// * `new_3`: new; new by default
    /// * `new_4`: new; new by default
    ///
    /// Returns: new
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m55(
        &self,
        new: &xmlrpc::Value,
        #[xmlrpc(optional)]
        new_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        new_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        new_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        new_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// from_url
    ///
    /// * `from_url`: from_url; from_url by default
    /// * `from_url_1`: from_url; from_url by default
    /// * `from_url_2`: from_url; from_url by default
    /// * `from_url_3`: from_url; from_url by default
    /// * `from_url_4`: from_url; from_url by default
    ///
    /// Returns: from_url
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m56(
        &self,
        from_url: &xmlrpc::Value,
        #[xmlrpc(optional)]
        from_url_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        from_url_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        from_url_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        from_url_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// contract
    ///
    /// * `contract`: contract; contract by default
    /// * `contract_1`: contract; contract by default
    /// * `contract_2`: contract; contract by default
    /// * `contract_3`: contract; contract by default
    /// * `contract_4`: contract; contract by default
    ///
    /// Returns: contract
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m57(
        &self,
        contract: &xmlrpc::Value,
        #[xmlrpc(optional)]
        contract_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        contract_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        contract_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        contract_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// clone
    ///
    /// * `clone`: clone; clone by default
    /// * `clone_1`: clone; clone by default
    /// * `clone_2`: clone; clone by default
    /// * `clone_3`: clone; clone by default
    /// * `clone_4`: clone; clone by default
    ///
    /// Returns: clone
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m58(
        &self,
        clone: &xmlrpc::Value,
        #[xmlrpc(optional)]
        clone_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        clone_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        clone_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        clone_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Option
    ///
    /// * `option`: Option; Option by default
    /// * `option_1`: Option; Option by default
    /// * `option_2`: Option; Option by default
    /// * `option_3`: Option; Option by default
    /// * `option_4`: Option; Option by default
    ///
    /// Returns: Option
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m59(
        &self,
        option: &xmlrpc::Value,
        #[xmlrpc(optional)]
        option_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        option_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        option_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        option_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// control
    ///
    /// * `control`: control; control by default
    /// * `control_1`: control; control by default
    /// * `control_2`: control; control by default
    /// * `control_3`: control; control by default
    /// * `control_4`: control; control by default
    ///
    /// Returns: control
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m6(
        &self,
        control: &xmlrpc::Value,
        #[xmlrpc(optional)]
        control_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        control_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        control_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        control_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Vec
    ///
    /// * `vec`: Vec; Vec by default
    /// * `vec_1`: Vec; Vec by default
    /// * `vec_2`: Vec; Vec by default
    /// * `vec_3`: Vec; Vec by default
    /// * `vec_4`: Vec; Vec by default
    ///
    /// Returns: Vec
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m60(
        &self,
        vec: &xmlrpc::Value,
        #[xmlrpc(optional)]
        vec_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        vec_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        vec_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        vec_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// String
    ///
    /// * `string`: String; String by default
    /// * `string_1`: String; String by default
    /// * `string_2`: String; String by default
    /// * `string_3`: String; String by default
    /// * `string_4`: String; String by default
    ///
    /// Returns: String
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m61(
        &self,
        string: &xmlrpc::Value,
        #[xmlrpc(optional)]
        string_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        string_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        string_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        string_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Result
    ///
    /// * `result`: Result; Result by default
    /// * `result_1`: Result; Result by default
    /// * `result_2`: Result; Result by default
    /// * `result_3`: Result; Result by default
    /// * `result_4`: Result; Result by default
    ///
    /// Returns: Result
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m62(
        &self,
        result: &xmlrpc::Value,
        #[xmlrpc(optional)]
        result_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        result_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        result_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        result_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// Value
    ///
    /// * `value`: Value; Value by default
    /// * `value_1`: Value; Value by default
    /// * `value_2`: Value; Value by default
    /// * `value_3`: Value; Value by default
    /// * `value_4`: Value; Value by default
    ///
    /// Returns: Value
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m63(
        &self,
        value: &xmlrpc::Value,
        #[xmlrpc(optional)]
        value_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// xmlrpc
    ///
    /// * `xmlrpc`: xmlrpc; xmlrpc by default
    /// * `xmlrpc_1`: xmlrpc; xmlrpc by default
    /// * `xmlrpc_2`: xmlrpc; xmlrpc by default
    /// * `xmlrpc_3`: xmlrpc; xmlrpc by default
    /// * `xmlrpc_4`: xmlrpc; xmlrpc by default
    ///
    /// Returns: xmlrpc
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m64(
        &self,
        xmlrpc: &xmlrpc::Value,
        #[xmlrpc(optional)]
        xmlrpc_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        xmlrpc_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        xmlrpc_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        xmlrpc_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// std
    ///
    /// * `std`: std; std by default
    /// * `std_1`: std; std by default
    /// * `std_2`: std; std by default
    /// * `std_3`: std; std by default
    /// * `std_4`: std; std by default
    ///
    /// Returns: std
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m65(
        &self,
        std: &xmlrpc::Value,
        #[xmlrpc(optional)]
        std_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        std_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        std_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        std_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// serde
    ///
    /// * `serde`: serde; serde by default
    /// * `serde_1`: serde; serde by default
    /// * `serde_2`: serde; serde by default
    /// * `serde_3`: serde; serde by default
    /// * `serde_4`: serde; serde by default
    ///
    /// Returns: serde
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m66(
        &self,
        serde: &xmlrpc::Value,
        #[xmlrpc(optional)]
        serde_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        serde_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        serde_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        serde_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// value"; injected
    ///
    /// * `value_injected`: value"; injected; value"; injected by default
    /// * `value_injected_1`: value"; injected; value"; injected by default
    /// * `value_injected_2`: value"; injected; value"; injected by default
    /// * `value_injected_3`: value"; injected; value"; injected by default
    /// * `value_injected_4`: value"; injected; value"; injected by default
    ///
    /// Returns: value"; injected
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m67(
        &self,
        value_injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        value_injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        value_injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// {injected}
    ///
    /// * `injected`: {injected}; {injected} by default
    /// * `injected_1`: {injected}; {injected} by default
    /// * `injected_2`: {injected}; {injected} by default
    /// * `injected_3`: {injected}; {injected} by default
    /// * `injected_4`: {injected}; {injected} by default
    ///
    /// Returns: {injected}
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m68(
        &self,
        injected: &xmlrpc::Value,
        #[xmlrpc(optional)]
        injected_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        injected_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        injected_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        injected_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// a/b:c
    ///
    /// * `a_b_c`: a/b:c; a/b:c by default
    /// * `a_b_c_1`: a/b:c; a/b:c by default
    /// * `a_b_c_2`: a/b:c; a/b:c by default
    /// * `a_b_c_3`: a/b:c; a/b:c by default
    /// * `a_b_c_4`: a/b:c; a/b:c by default
    ///
    /// Returns: a/b:c
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m69(
        &self,
        a_b_c: &xmlrpc::Value,
        #[xmlrpc(optional)]
        a_b_c_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        a_b_c_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// turned
    ///
    /// * `turned`: turned; turned by default
    /// * `turned_1`: turned; turned by default
    /// * `turned_2`: turned; turned by default
    /// * `turned_3`: turned; turned by default
    /// * `turned_4`: turned; turned by default
    ///
    /// Returns: turned
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m7(
        &self,
        turned: &xmlrpc::Value,
        #[xmlrpc(optional)]
        turned_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        turned_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        turned_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        turned_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// len
    ///
    /// * `len`: len; len by default
    /// * `len_1`: len; len by default
    /// * `len_2`: len; len by default
    /// * `len_3`: len; len by default
    /// * `len_4`: len; len by default
    ///
    /// Returns: len
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m70(
        &self,
        len: &xmlrpc::Value,
        #[xmlrpc(optional)]
        len_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        len_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        len_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        len_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// into_it
    ///
    /// * `into_it`: into_it; into_it by default
    /// * `into_it_1`: into_it; into_it by default
    /// * `into_it_2`: into_it; into_it by default
    /// * `into_it_3`: into_it; into_it by default
    /// * `into_it_4`: into_it; into_it by default
    ///
    /// Returns: into_it
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m71(
        &self,
        into_it: &xmlrpc::Value,
        #[xmlrpc(optional)]
        into_it_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        into_it_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        into_it_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        into_it_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// add
    ///
    /// * `add`: add; add by default
    /// * `add_1`: add; add by default
    /// * `add_2`: add; add by default
    /// * `add_3`: add; add by default
    /// * `add_4`: add; add by default
    ///
    /// Returns: add
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m72(
        &self,
        add: &xmlrpc::Value,
        #[xmlrpc(optional)]
        add_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        add_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        add_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        add_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// next
    ///
    /// * `next`: next; next by default
    /// * `next_1`: next; next by default
    /// * `next_2`: next; next by default
    /// * `next_3`: next; next by default
    /// * `next_4`: next; next by default
    ///
    /// Returns: next
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m73(
        &self,
        next: &xmlrpc::Value,
        #[xmlrpc(optional)]
        next_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        next_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        next_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        next_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// default
    ///
    /// * `default`: default; default by default
    /// * `default_1`: default; default by default
    /// * `default_2`: default; default by default
    /// * `default_3`: default; default by default
    /// * `default_4`: default; default by default
    ///
    /// Returns: default
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m74(
        &self,
        default: &xmlrpc::Value,
        #[xmlrpc(optional)]
        default_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        default_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        default_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        default_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// * `fenced`: \~\~\~ fenced \~\~\~; \~\~\~ fenced \~\~\~ by default
    /// * `fenced_1`: \~\~\~ fenced \~\~\~; \~\~\~ fenced \~\~\~ by default
    /// * `fenced_2`: \~\~\~ fenced \~\~\~; \~\~\~ fenced \~\~\~ by default
    /// * `fenced_3`: \~\~\~ fenced \~\~\~; \~\~\~ fenced \~\~\~ by default
    /// * `fenced_4`: \~\~\~ fenced \~\~\~; \~\~\~ fenced \~\~\~ by default
    ///
    /// Returns: \~\~\~ fenced \~\~\~
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m8(
        &self,
        fenced: &xmlrpc::Value,
        #[xmlrpc(optional)]
        fenced_1: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fenced_2: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fenced_3: Option<&xmlrpc::Value>,
        #[xmlrpc(optional)]
        fenced_4: Option<&xmlrpc::Value>,
    ) -> xmlrpc::Result<xmlrpc::Value>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// * `link_injected_other_javascript_x_b_html_b_http_example_org_a_b`: \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b; \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b by default
    /// * `link_injected_other_javascript_x_b_html_b_http_example_org_a_b_1`: \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b; \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b by default
    /// * `link_injected_other_javascript_x_b_html_b_http_example_org_a_b_2`: \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b; \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b by default
    /// * `link_injected_other_javascript_x_b_html_b_http_example_org_a_b_3`: \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b; \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b by default
    /// * `link_injected_other_javascript_x_b_html_b_http_example_org_a_b_4`: \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b; \[link\]\[injected\]
    ///   \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b by default
    ///
    /// Returns: \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the result.
    // TODO: a parameter is not known, or was of several types.
    // The server takes any number of the last parameters; add as many as you need.
    async fn m9(
        &self,
        link_injected_other_javascript_x_b_html_b_http_example_org_a_b: &xmlrpc::Value,
        #[xmlrpc(optional)]
        link_injected_other_javascript_x_b_html_b_http_example_org_a_b_1: Option<
            &xmlrpc::Value,
        >,
        #[xmlrpc(optional)]
        link_injected_other_javascript_x_b_html_b_http_example_org_a_b_2: Option<
            &xmlrpc::Value,
        >,
        #[xmlrpc(optional)]
        link_injected_other_javascript_x_b_html_b_http_example_org_a_b_3: Option<
            &xmlrpc::Value,
        >,
        #[xmlrpc(optional)]
        link_injected_other_javascript_x_b_html_b_http_example_org_a_b_4: Option<
            &xmlrpc::Value,
        >,
    ) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `fn.*`.
#[xmlrpc::api(prefix = "fn.")]
pub trait FnApi {
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `from_url.*`.
#[xmlrpc::api(prefix = "from_url.")]
pub trait FromUrl {
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `gen.*`.
#[xmlrpc::api(prefix = "gen.")]
pub trait Gen {
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `größe.*`.
#[xmlrpc::api(prefix = "größe.")]
pub trait Groesse {
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `into_it.*`.
#[xmlrpc::api(prefix = "into_it.")]
pub trait IntoIt {
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `len.*`.
#[xmlrpc::api(prefix = "len.")]
pub trait Len {
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `members.*`.
#[xmlrpc::api(prefix = "members.", rename_all = "camelCase")]
pub trait Members {
    /// Learned from: 1 reply.
    #[xmlrpc(name = "")]
    async fn value(&self, arg1: &Options) -> xmlrpc::Result<MembersResult>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "a.b")]
    async fn a_b(&self, arg1: &Options) -> xmlrpc::Result<MembersResult>;
    /// Learned from: 1 reply.
    async fn type_(&self, arg1: &TypeOptions) -> xmlrpc::Result<TypeResult>;
}

/// The methods `new.*`.
#[xmlrpc::api(prefix = "new.")]
pub trait New {
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `next.*`.
#[xmlrpc::api(prefix = "next.")]
pub trait Next {
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `r#type.*`.
#[xmlrpc::api(prefix = "r#type.")]
pub trait RType {
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `self.*`.
#[xmlrpc::api(prefix = "self.")]
pub trait XselfApi {
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `serde.*`.
#[xmlrpc::api(prefix = "serde.")]
pub trait Serde {
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `space.*`.
#[allow(clippy::len_without_is_empty, reason = "the server's method is called so")]
#[xmlrpc::api(prefix = "space.", rename_all = "camelCase")]
pub trait Space {
    /// {} {{}} {0} {injected}
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "")]
    async fn value(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".")]
    async fn dot(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "..")]
    async fn dot_dot(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = ".a")]
    async fn a(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "1")]
    async fn n1(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "1a")]
    async fn n1a(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "A.B")]
    async fn a_b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "AB")]
    async fn ab(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Option")]
    async fn option(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// r\#"raw"\# b'x' '\\u{41}'
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Result")]
    async fn result(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Self")]
    async fn self_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// {} {{}} {0} {injected}
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "String")]
    async fn string(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \$crate \${injected} \$(x)\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Value")]
    async fn xq56qalue(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "Vec")]
    async fn vec(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// ///\! //\! /// /\*\* \*/
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "_")]
    async fn xq5fq(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~//\~\~ TODO: injected
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "__")]
    async fn xq5fqq5fq(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a-b")]
    async fn a_dash_b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a.")]
    async fn a_dot(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a..b")]
    async fn a_dot_dot_b(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a.b.c")]
    async fn a_b_c(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a/b:c")]
    async fn a_slash_b_colon_c(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "aB")]
    async fn xaq42q(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "a_b")]
    async fn xaq5fqb(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn add(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn async_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn await_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "clone")]
    async fn clone_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "contract")]
    async fn contract_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn crate_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn default(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn fn_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "from_url")]
    #[allow(clippy::wrong_self_convention, reason = "the server's method is like this")]
    async fn from_url_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \~\~\~
    /// fenced
    /// \~\~\~
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn gen_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\[doc = "injected"\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "größe")]
    async fn groesse(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Self::injected\!()
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "into_it")]
    #[allow(clippy::wrong_self_convention, reason = "the server's method is like this")]
    async fn into_it(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn len(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// turned
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "new")]
    async fn new_method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn next(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "r#type")]
    async fn r_type(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// "; pub fn injected() {} //
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "self")]
    async fn xself(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \&amp; \&\#x41; \&lt;
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn serde(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn std(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn super_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn type_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn union_(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn xmlrpc(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "{injected}")]
    async fn injected(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "名前")]
    async fn u540d_u524d(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    #[xmlrpc(name = "\u{1f600}")]
    async fn u1f600(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `std.*`.
#[xmlrpc::api(prefix = "std.")]
pub trait Std {
    /// \\ \\\\ \\n \\"
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `super.*`.
#[xmlrpc::api(prefix = "super.")]
pub trait Super {
    /// \#\!\[feature(injected)\]
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `type.*`.
#[xmlrpc::api(prefix = "type.")]
pub trait Type {
    /// \*/ pub fn injected() {} /\*
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `union.*`.
#[xmlrpc::api(prefix = "union.")]
pub trait Union {
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `xmlrpc.*`.
#[xmlrpc::api(prefix = "xmlrpc.")]
pub trait Xmlrpc {
    /// größe ß é 名前 😀
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `{injected}.*`.
#[xmlrpc::api(prefix = "{injected}.")]
pub trait Injected {
    /// Learned from: signature (`struct`).
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `名前.*`.
#[xmlrpc::api(prefix = "名前.")]
pub trait U540dU524d {
    /// fn indented() { injected() }
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// The methods `😀.*`.
#[xmlrpc::api(prefix = "\u{1f600}.")]
pub trait Xq1f600qApi {
    /// control
    ///
    /// Learned from: signature (`struct`), docstring.
    // TODO: a part of the result is not known.
    // TODO: a parameter is not known, or was of several types.
    async fn method(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
        arg3: i32,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, xmlrpc::Value>>;
}

/// Keyword arguments of `members.(0).only`, `members.a.b(0).only`, `members.type(0).only.type` and
/// others.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MembersOnly {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<i32>,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub xq54qype: Option<String>,
}

/// Part of `members.()`, `members.a.b()`, `members.value"; injected()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MembersResult {
    pub type_: i32,
    pub self_: String,
    #[serde(rename = "Self")]
    pub xq53qelf: String,
    pub super_: i32,
    pub crate_: String,
    pub fn_: String,
    pub async_: i32,
    pub await_: String,
    pub gen_: String,
    pub union_: i32,
    #[serde(rename = "r#type")]
    pub r_type: String,
    #[serde(rename = "_")]
    pub value: String,
    #[serde(rename = "__")]
    pub xq5fqq5fq: i32,
    #[serde(rename = "")]
    pub x: String,
    #[serde(rename = "1")]
    pub n1: String,
    #[serde(rename = "1a")]
    pub n1a: i32,
    #[serde(rename = ".")]
    pub dot: String,
    #[serde(rename = "..")]
    pub dot_dot: String,
    #[serde(rename = "a.")]
    pub a: i32,
    #[serde(rename = ".a")]
    pub dot_a: String,
    #[serde(rename = "a..b")]
    pub a_b: String,
    #[serde(rename = "a.b.c")]
    pub a_b_c: i32,
    #[serde(rename = "a_b")]
    pub xaq5fqb: String,
    #[serde(rename = "a-b")]
    pub a_dash_b: String,
    #[serde(rename = "a b")]
    pub a_u20_b: i32,
    #[serde(rename = "aB")]
    pub xaq42q: String,
    #[serde(rename = "AB")]
    pub ab: String,
    #[serde(rename = "A.B")]
    pub a_dot_b: i32,
    #[serde(rename = "größe")]
    pub groesse: String,
    #[serde(rename = "名前")]
    pub u540d_u524d: String,
    #[serde(rename = "\u{1f600}")]
    pub u1f600: i32,
    pub new: String,
    #[serde(rename = "from_url")]
    pub from_url: String,
    pub contract: i32,
    pub clone: String,
    #[serde(rename = "Option")]
    pub option: String,
    #[serde(rename = "Vec")]
    pub vec: i32,
    #[serde(rename = "String")]
    pub string: String,
    #[serde(rename = "Result")]
    pub result: String,
    #[serde(rename = "Value")]
    pub xq56qalue: i32,
    pub xmlrpc: String,
    pub std: String,
    pub serde: i32,
    #[serde(rename = "value\"; injected")]
    pub value_injected: String,
    #[serde(rename = "{injected}")]
    pub injected: String,
    #[serde(rename = "a/b:c")]
    pub a_slash_b_colon_c: i32,
    pub len: String,
    #[serde(rename = "into_it")]
    pub into_it: String,
    pub add: i32,
    pub next: String,
    pub default: String,
    #[serde(rename = "*/ pub fn injected() {} /*")]
    pub pub_fn_injected: i32,
    #[serde(rename = "\"; pub fn injected() {} //")]
    pub u22_u3b_u20_pub_u20_fn_u20_injected_u28_u29_u20_u7b_u7d_u20_slash_slash: String,
    #[serde(rename = "`code` ``more`` ```rust\u{a}fn injected() {}\u{a}```")]
    pub code_more_rust_fn_injected: String,
    #[serde(rename = "#![feature(injected)]")]
    pub feature_injected: i32,
    #[serde(rename = "#[doc = \"injected\"]")]
    pub doc_injected: String,
    #[serde(rename = "    fn indented() { injected() }")]
    pub fn_indented_injected: String,
    #[serde(rename = "\u{fffd}\u{fffd}\u{7f}\u{85}\u{d}\u{a}\u{2028}\u{2029}control")]
    pub control: i32,
    #[serde(rename = "\u{202e}\u{2066}turned\u{2069}\u{feff}\u{200b}")]
    pub turned: String,
    #[serde(rename = "~~~\u{a}fenced\u{a}~~~")]
    pub fenced: String,
    #[serde(
        rename = "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b"
    )]
    pub link_injected_other_javascript_x_b_html_b_http_example_org_a_b: i32,
    #[serde(
        rename = "* list\u{a}- list\u{a}+ list\u{a}1. list\u{a}> quote\u{a}# head\u{a}===\u{a}---\u{a}| a | b |\u{a}|---|---|"
    )]
    pub list_list_list_1_list_quote_head_a_b: String,
    #[serde(rename = "///! //! /// /** */")]
    pub slash_slash_slash_u21_u20_slash_slash_u21_u20_slash_slash_slash_u20_slash_u2a_u2a_u20_u2a_slash: String,
    #[serde(rename = "~~//~~ TODO: injected")]
    pub todo_injected: i32,
    #[serde(rename = "{} {{}} {0} {injected}")]
    pub n0_injected: String,
    #[serde(rename = "r#\"raw\"# b'x' '\\u{41}'")]
    pub r_raw_b_x_u_41: String,
    #[serde(rename = "$crate ${injected} $(x)*")]
    pub crate_injected_x: i32,
    #[serde(rename = "größe ß é 名前 \u{1f600}")]
    pub groesse_ss_e_u540d_u524d: String,
    #[serde(rename = "\\ \\\\ \\n \\\"")]
    pub n: String,
    #[serde(rename = "&amp; &#x41; &lt;")]
    pub amp_x41_lt: i32,
    #[serde(rename = "_under_ **bold** a_b ~strike~")]
    pub under_bold_a_b_strike: String,
    #[serde(rename = " ")]
    pub u20: i32,
    #[serde(rename = "\u{9}\u{9}")]
    pub u9_u9: String,
    #[serde(rename = "Self::injected!()")]
    pub self_injected: String,
    pub only: std::collections::BTreeMap<String, Only>,
}

/// Keyword arguments of `members.type(0).only`.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MembersTypeOnly {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<MembersOnly>,
}

/// Part of `members.().only`, `members.a.b().only`, `members.type().only.type` and others.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Only {
    pub type_: i32,
    #[serde(rename = "Type")]
    pub xq54qype: String,
}

/// Keyword arguments of `members.(0)`, `members.a.b(0)`, `members.value"; injected(0)`.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    #[serde(rename = "Self", default, skip_serializing_if = "Option::is_none")]
    pub xq53qelf: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub super_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fn_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub async_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub await_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gen_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub union_: Option<i32>,
    #[serde(rename = "r#type", default, skip_serializing_if = "Option::is_none")]
    pub r_type: Option<String>,
    #[serde(rename = "_", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(rename = "__", default, skip_serializing_if = "Option::is_none")]
    pub xq5fqq5fq: Option<i32>,
    #[serde(rename = "", default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    #[serde(rename = "1", default, skip_serializing_if = "Option::is_none")]
    pub n1: Option<String>,
    #[serde(rename = "1a", default, skip_serializing_if = "Option::is_none")]
    pub n1a: Option<i32>,
    #[serde(rename = ".", default, skip_serializing_if = "Option::is_none")]
    pub dot: Option<String>,
    #[serde(rename = "..", default, skip_serializing_if = "Option::is_none")]
    pub dot_dot: Option<String>,
    #[serde(rename = "a.", default, skip_serializing_if = "Option::is_none")]
    pub a: Option<i32>,
    #[serde(rename = ".a", default, skip_serializing_if = "Option::is_none")]
    pub dot_a: Option<String>,
    #[serde(rename = "a..b", default, skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    #[serde(rename = "a.b.c", default, skip_serializing_if = "Option::is_none")]
    pub a_b_c: Option<i32>,
    #[serde(rename = "a_b", default, skip_serializing_if = "Option::is_none")]
    pub xaq5fqb: Option<String>,
    #[serde(rename = "a-b", default, skip_serializing_if = "Option::is_none")]
    pub a_dash_b: Option<String>,
    #[serde(rename = "a b", default, skip_serializing_if = "Option::is_none")]
    pub a_u20_b: Option<i32>,
    #[serde(rename = "aB", default, skip_serializing_if = "Option::is_none")]
    pub xaq42q: Option<String>,
    #[serde(rename = "AB", default, skip_serializing_if = "Option::is_none")]
    pub ab: Option<String>,
    #[serde(rename = "A.B", default, skip_serializing_if = "Option::is_none")]
    pub a_dot_b: Option<i32>,
    #[serde(rename = "größe", default, skip_serializing_if = "Option::is_none")]
    pub groesse: Option<String>,
    #[serde(rename = "名前", default, skip_serializing_if = "Option::is_none")]
    pub u540d_u524d: Option<String>,
    #[serde(rename = "\u{1f600}", default, skip_serializing_if = "Option::is_none")]
    pub u1f600: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    #[serde(rename = "from_url", default, skip_serializing_if = "Option::is_none")]
    pub from_url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clone: Option<String>,
    #[serde(rename = "Option", default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    #[serde(rename = "Vec", default, skip_serializing_if = "Option::is_none")]
    pub vec: Option<i32>,
    #[serde(rename = "String", default, skip_serializing_if = "Option::is_none")]
    pub string: Option<String>,
    #[serde(rename = "Result", default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub xq56qalue: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xmlrpc: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub std: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serde: Option<i32>,
    #[serde(
        rename = "value\"; injected",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub value_injected: Option<String>,
    #[serde(rename = "{injected}", default, skip_serializing_if = "Option::is_none")]
    pub injected: Option<String>,
    #[serde(rename = "a/b:c", default, skip_serializing_if = "Option::is_none")]
    pub a_slash_b_colon_c: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub len: Option<String>,
    #[serde(rename = "into_it", default, skip_serializing_if = "Option::is_none")]
    pub into_it: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(
        rename = "*/ pub fn injected() {} /*",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub pub_fn_injected: Option<i32>,
    #[serde(
        rename = "\"; pub fn injected() {} //",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub u22_u3b_u20_pub_u20_fn_u20_injected_u28_u29_u20_u7b_u7d_u20_slash_slash: Option<
        String,
    >,
    #[serde(
        rename = "`code` ``more`` ```rust\u{a}fn injected() {}\u{a}```",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_more_rust_fn_injected: Option<String>,
    #[serde(
        rename = "#![feature(injected)]",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub feature_injected: Option<i32>,
    #[serde(
        rename = "#[doc = \"injected\"]",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub doc_injected: Option<String>,
    #[serde(
        rename = "    fn indented() { injected() }",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub fn_indented_injected: Option<String>,
    #[serde(
        rename = "\u{fffd}\u{fffd}\u{7f}\u{85}\u{d}\u{a}\u{2028}\u{2029}control",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub control: Option<i32>,
    #[serde(
        rename = "\u{202e}\u{2066}turned\u{2069}\u{feff}\u{200b}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub turned: Option<String>,
    #[serde(
        rename = "~~~\u{a}fenced\u{a}~~~",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub fenced: Option<String>,
    #[serde(
        rename = "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub link_injected_other_javascript_x_b_html_b_http_example_org_a_b: Option<i32>,
    #[serde(
        rename = "* list\u{a}- list\u{a}+ list\u{a}1. list\u{a}> quote\u{a}# head\u{a}===\u{a}---\u{a}| a | b |\u{a}|---|---|",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub list_list_list_1_list_quote_head_a_b: Option<String>,
    #[serde(
        rename = "///! //! /// /** */",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub slash_slash_slash_u21_u20_slash_slash_u21_u20_slash_slash_slash_u20_slash_u2a_u2a_u20_u2a_slash: Option<
        String,
    >,
    #[serde(
        rename = "~~//~~ TODO: injected",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub todo_injected: Option<i32>,
    #[serde(
        rename = "{} {{}} {0} {injected}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub n0_injected: Option<String>,
    #[serde(
        rename = "r#\"raw\"# b'x' '\\u{41}'",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub r_raw_b_x_u_41: Option<String>,
    #[serde(
        rename = "$crate ${injected} $(x)*",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub crate_injected_x: Option<i32>,
    #[serde(
        rename = "größe ß é 名前 \u{1f600}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub groesse_ss_e_u540d_u524d: Option<String>,
    #[serde(
        rename = "\\ \\\\ \\n \\\"",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub n: Option<String>,
    #[serde(
        rename = "&amp; &#x41; &lt;",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub amp_x41_lt: Option<i32>,
    #[serde(
        rename = "_under_ **bold** a_b ~strike~",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub under_bold_a_b_strike: Option<String>,
    #[serde(rename = " ", default, skip_serializing_if = "Option::is_none")]
    pub u20: Option<i32>,
    #[serde(rename = "\u{9}\u{9}", default, skip_serializing_if = "Option::is_none")]
    pub u9_u9: Option<String>,
    #[serde(
        rename = "Self::injected!()",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub self_injected: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<std::collections::BTreeMap<String, MembersOnly>>,
}

/// \*/ pub fn injected() {} /\*
///
/// Part of `*/ pub fn injected() {} /*`.
// */ pub fn injected() {} /*
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger0 {
    /// \*/ pub fn injected() {} /\*
    #[serde(rename = "*/ pub fn injected() {} /*")]
    pub pub_fn_injected: i32,
}

/// "; pub fn injected() {} //
///
/// Part of `"; pub fn injected() {} //`.
// "; pub fn injected() {} //
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger1 {
    /// "; pub fn injected() {} //
    #[serde(rename = "\"; pub fn injected() {} //")]
    pub pub_fn_injected: i32,
}

/// \* list
/// \- list
/// \+ list
/// 1\. list
/// \> quote
/// \# head
/// \===
/// \---
/// \| a \| b \|
/// \|---\|---\|
///
/// Part of `* list - list + list 1. list > quote # head === --- | a | b | |---|---|`.
// * list - list + list 1. list > quote # head === --- | a | b | |---|---|
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger10 {
    /// \* list
    /// \- list
    /// \+ list
    /// 1\. list
    /// \> quote
    /// \# head
    /// \===
    /// \---
    /// \| a \| b \|
    /// \|---\|---\|
    #[serde(
        rename = "* list\u{a}- list\u{a}+ list\u{a}1. list\u{a}> quote\u{a}# head\u{a}===\u{a}---\u{a}| a | b |\u{a}|---|---|"
    )]
    pub list_list_list_1_list_quote_head_a_b: i32,
}

/// ///\! //\! /// /\*\* \*/
///
/// Part of `///! //! /// /** */`.
// ///! //! /// /** */
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger11 {
    /// ///\! //\! /// /\*\* \*/
    #[serde(rename = "///! //! /// /** */")]
    pub value: i32,
}

/// \~\~//\~\~ TODO: injected
///
/// Part of `~~//~~ TODO: injected`.
// ~~//~~ TODO: injected
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger12 {
    /// \~\~//\~\~ TODO: injected
    #[serde(rename = "~~//~~ TODO: injected")]
    pub todo_injected: i32,
}

/// {} {{}} {0} {injected}
///
/// Part of `{} {{}} {0} {injected}`.
// {} {{}} {0} {injected}
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger13 {
    /// {} {{}} {0} {injected}
    #[serde(rename = "{} {{}} {0} {injected}")]
    pub n0_injected: i32,
}

/// r\#"raw"\# b'x' '\\u{41}'
///
/// Part of `r#"raw"# b'x' '\u{41}'`.
// r#"raw"# b'x' '\u{41}'
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger14 {
    /// r\#"raw"\# b'x' '\\u{41}'
    #[serde(rename = "r#\"raw\"# b'x' '\\u{41}'")]
    pub r_raw_b_x_u_41: i32,
}

/// \$crate \${injected} \$(x)\*
///
/// Part of `$crate ${injected} $(x)*`.
// $crate ${injected} $(x)*
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger15 {
    /// \$crate \${injected} \$(x)\*
    #[serde(rename = "$crate ${injected} $(x)*")]
    pub crate_injected_x: i32,
}

/// größe ß é 名前 😀
///
/// Part of `größe ß é 名前 😀`.
// größe ß é 名前 😀
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger16 {
    /// größe ß é 名前 😀
    #[serde(rename = "größe ß é 名前 \u{1f600}")]
    pub groesse_ss_e_u540d_u524d: i32,
}

/// \\ \\\\ \\n \\"
///
/// Part of `\ \\ \n \"`.
// \ \\ \n \"
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger17 {
    /// \\ \\\\ \\n \\"
    #[serde(rename = "\\ \\\\ \\n \\\"")]
    pub n: i32,
}

/// \&amp; \&\#x41; \&lt;
///
/// Part of `&amp; &#x41; &lt;`.
// &amp; &#x41; &lt;
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger18 {
    /// \&amp; \&\#x41; \&lt;
    #[serde(rename = "&amp; &#x41; &lt;")]
    pub amp_x41_lt: i32,
}

/// \_under\_ \*\*bold\*\* a_b \~strike\~
///
/// Part of `_under_ **bold** a_b ~strike~`.
// _under_ **bold** a_b ~strike~
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger19 {
    /// \_under\_ \*\*bold\*\* a_b \~strike\~
    #[serde(rename = "_under_ **bold** a_b ~strike~")]
    pub under_bold_a_b_strike: i32,
}

/// `code` `more` \`\`\`rust
/// fn injected() {}
/// \`\`\`
///
/// Part of `'code' ''more'' '''rust fn injected() {} '''`.
// `code` ``more`` ```rust fn injected() {} ```
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger2 {
    /// `code` `more` \`\`\`rust
    /// fn injected() {}
    /// \`\`\`
    #[serde(rename = "`code` ``more`` ```rust\u{a}fn injected() {}\u{a}```")]
    pub code_more_rust_fn_injected: i32,
}

/// Part of ``.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger20 {
    #[serde(rename = "")]
    pub value: i32,
}

/// Part of ``.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger21 {
    #[serde(rename = " ")]
    pub value: i32,
}

/// Part of ``.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger22 {
    #[serde(rename = "\u{9}\u{9}")]
    pub value: i32,
}

/// Self::injected\!()
///
/// Part of `Self::injected!()`.
// Self::injected!()
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger23 {
    /// Self::injected\!()
    #[serde(rename = "Self::injected!()")]
    pub self_injected: i32,
}

/// type
///
/// Part of `type`.
// type
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger24 {
    /// type
    pub type_: i32,
}

/// self
///
/// Part of `self`.
// self
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger25 {
    /// self
    pub self_: i32,
}

/// Self
///
/// Part of `Self`.
// Self
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger26 {
    /// Self
    pub self_: i32,
}

/// super
///
/// Part of `super`.
// super
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger27 {
    /// super
    pub super_: i32,
}

/// crate
///
/// Part of `crate`.
// crate
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger28 {
    /// crate
    pub crate_: i32,
}

/// fn
///
/// Part of `fn`.
// fn
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger29 {
    /// fn
    pub fn_: i32,
}

/// \#\!\[feature(injected)\]
///
/// Part of `#![feature(injected)]`.
// #![feature(injected)]
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger3 {
    /// \#\!\[feature(injected)\]
    #[serde(rename = "#![feature(injected)]")]
    pub feature_injected: i32,
}

/// async
///
/// Part of `async`.
// async
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger30 {
    /// async
    pub async_: i32,
}

/// await
///
/// Part of `await`.
// await
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger31 {
    /// await
    pub await_: i32,
}

/// gen
///
/// Part of `gen`.
// gen
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger32 {
    /// gen
    pub gen_: i32,
}

/// union
///
/// Part of `union`.
// union
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger33 {
    /// union
    pub union_: i32,
}

/// r\#type
///
/// Part of `r#type`.
// r#type
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger34 {
    /// r\#type
    #[serde(rename = "r#type")]
    pub r_type: i32,
}

/// \_
///
/// Part of `_`.
// _
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger35 {
    /// \_
    #[serde(rename = "_")]
    pub value: i32,
}

/// \_\_
///
/// Part of `__`.
// __
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger36 {
    /// \_\_
    #[serde(rename = "__")]
    pub value: i32,
}

/// Part of ``.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger37 {
    #[serde(rename = "")]
    pub value: i32,
}

/// 1
///
/// Part of `1`.
// 1
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger38 {
    /// 1
    #[serde(rename = "1")]
    pub n1: i32,
}

/// 1a
///
/// Part of `1a`.
// 1a
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger39 {
    /// 1a
    #[serde(rename = "1a")]
    pub n1a: i32,
}

/// \#\[doc = "injected"\]
///
/// Part of `#[doc = "injected"]`.
// #[doc = "injected"]
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger4 {
    /// \#\[doc = "injected"\]
    #[serde(rename = "#[doc = \"injected\"]")]
    pub doc_injected: i32,
}

/// .
///
/// Part of `.`.
// .
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger40 {
    /// .
    #[serde(rename = ".")]
    pub value: i32,
}

/// ..
///
/// Part of `..`.
// ..
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger41 {
    /// ..
    #[serde(rename = "..")]
    pub value: i32,
}

/// a.
///
/// Part of `a.`.
// a.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger42 {
    /// a.
    #[serde(rename = "a.")]
    pub a: i32,
}

/// .a
///
/// Part of `.a`.
// .a
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger43 {
    /// .a
    #[serde(rename = ".a")]
    pub a: i32,
}

/// a..b
///
/// Part of `a..b`.
// a..b
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger44 {
    /// a..b
    #[serde(rename = "a..b")]
    pub a_b: i32,
}

/// a.b.c
///
/// Part of `a.b.c`.
// a.b.c
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger45 {
    /// a.b.c
    #[serde(rename = "a.b.c")]
    pub a_b_c: i32,
}

/// a_b
///
/// Part of `a_b`.
// a_b
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger46 {
    /// a_b
    pub a_b: i32,
}

/// a-b
///
/// Part of `a-b`.
// a-b
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Stranger47 {
    /// a-b
    pub a_b: i32,
}

/// a b
///
/// Part of `a b`.
// a b
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger48 {
    /// a b
    #[serde(rename = "a b")]
    pub a_b: i32,
}

/// aB
///
/// Part of `aB`.
// aB
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stranger49 {
    /// aB
    pub a_b: i32,
}

/// fn indented() { injected() }
///
/// Part of `fn indented() { injected() }`.
// fn indented() { injected() }
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger5 {
    /// fn indented() { injected() }
    #[serde(rename = "    fn indented() { injected() }")]
    pub fn_indented_injected: i32,
}

/// AB
///
/// Part of `AB`.
// AB
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Stranger50 {
    /// AB
    pub ab: i32,
}

/// A.B
///
/// Part of `A.B`.
// A.B
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger51 {
    /// A.B
    #[serde(rename = "A.B")]
    pub a_b: i32,
}

/// größe
///
/// Part of `größe`.
// größe
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger52 {
    /// größe
    #[serde(rename = "größe")]
    pub groesse: i32,
}

/// 名前
///
/// Part of `名前`.
// 名前
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger53 {
    /// 名前
    #[serde(rename = "名前")]
    pub u540d_u524d: i32,
}

/// 😀
///
/// Part of `😀`.
// 😀
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger54 {
    /// 😀
    #[serde(rename = "\u{1f600}")]
    pub value: i32,
}

/// new
///
/// Part of `new`.
// new
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger55 {
    /// new
    pub new: i32,
}

/// from_url
///
/// Part of `from_url`.
// from_url
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger56 {
    /// from_url
    pub from_url: i32,
}

/// contract
///
/// Part of `contract`.
// contract
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger57 {
    /// contract
    pub contract: i32,
}

/// clone
///
/// Part of `clone`.
// clone
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger58 {
    /// clone
    pub clone: i32,
}

/// Option
///
/// Part of `Option`.
// Option
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger59 {
    /// Option
    pub option: i32,
}

/// control
///
/// Part of `control`.
// control
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger6 {
    /// control
    #[serde(rename = "\u{0}\u{1}\u{7f}\u{85}\u{d}\u{a}\u{2028}\u{2029}control")]
    pub control: i32,
}

/// Vec
///
/// Part of `Vec`.
// Vec
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger60 {
    /// Vec
    pub vec: i32,
}

/// String
///
/// Part of `String`.
// String
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger61 {
    /// String
    pub string: i32,
}

/// Result
///
/// Part of `Result`.
// Result
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger62 {
    /// Result
    pub result: i32,
}

/// Value
///
/// Part of `Value`.
// Value
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Stranger63 {
    /// Value
    pub value: i32,
}

/// xmlrpc
///
/// Part of `xmlrpc`.
// xmlrpc
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger64 {
    /// xmlrpc
    pub xmlrpc: i32,
}

/// std
///
/// Part of `std`.
// std
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger65 {
    /// std
    pub std: i32,
}

/// serde
///
/// Part of `serde`.
// serde
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger66 {
    /// serde
    pub serde: i32,
}

/// value"; injected
///
/// Part of `value"; injected`.
// value"; injected
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger67 {
    /// value"; injected
    #[serde(rename = "value\"; injected")]
    pub value_injected: i32,
}

/// {injected}
///
/// Part of `{injected}`.
// {injected}
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger68 {
    /// {injected}
    #[serde(rename = "{injected}")]
    pub injected: i32,
}

/// a/b:c
///
/// Part of `a/b:c`.
// a/b:c
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger69 {
    /// a/b:c
    #[serde(rename = "a/b:c")]
    pub a_b_c: i32,
}

/// turned
///
/// Part of `turned`.
// turned
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger7 {
    /// turned
    #[serde(rename = "\u{202e}\u{2066}turned\u{2069}\u{feff}\u{200b}")]
    pub turned: i32,
}

/// len
///
/// Part of `len`.
// len
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger70 {
    /// len
    pub len: i32,
}

/// into_it
///
/// Part of `into_it`.
// into_it
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger71 {
    /// into_it
    pub into_it: i32,
}

/// add
///
/// Part of `add`.
// add
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger72 {
    /// add
    pub add: i32,
}

/// next
///
/// Part of `next`.
// next
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger73 {
    /// next
    pub next: i32,
}

/// default
///
/// Part of `default`.
// default
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger74 {
    /// default
    pub default: i32,
}

/// \~\~\~
/// fenced
/// \~\~\~
///
/// Part of `~~~ fenced ~~~`.
// ~~~ fenced ~~~
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger8 {
    /// \~\~\~
    /// fenced
    /// \~\~\~
    #[serde(rename = "~~~\u{a}fenced\u{a}~~~")]
    pub fenced: i32,
}

/// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
///
/// Part of `[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b`.
// [link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stranger9 {
    /// \[link\]\[injected\] \[other\](javascript:x) \<b\>html\</b\> http\://example.org/a_b
    #[serde(
        rename = "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b"
    )]
    pub link_injected_other_javascript_x_b_html_b_http_example_org_a_b: i32,
}

/// Part of `members.type().only`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeOnly {
    pub type_: Only,
}

/// Keyword arguments of `members.type(0)`.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    #[serde(rename = "Self", default, skip_serializing_if = "Option::is_none")]
    pub xq53qelf: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub super_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fn_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub async_: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub await_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gen_: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub union_: Option<i32>,
    #[serde(rename = "r#type", default, skip_serializing_if = "Option::is_none")]
    pub r_type: Option<String>,
    #[serde(rename = "_", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(rename = "__", default, skip_serializing_if = "Option::is_none")]
    pub xq5fqq5fq: Option<i32>,
    #[serde(rename = "", default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    #[serde(rename = "1", default, skip_serializing_if = "Option::is_none")]
    pub n1: Option<String>,
    #[serde(rename = "1a", default, skip_serializing_if = "Option::is_none")]
    pub n1a: Option<i32>,
    #[serde(rename = ".", default, skip_serializing_if = "Option::is_none")]
    pub dot: Option<String>,
    #[serde(rename = "..", default, skip_serializing_if = "Option::is_none")]
    pub dot_dot: Option<String>,
    #[serde(rename = "a.", default, skip_serializing_if = "Option::is_none")]
    pub a: Option<i32>,
    #[serde(rename = ".a", default, skip_serializing_if = "Option::is_none")]
    pub dot_a: Option<String>,
    #[serde(rename = "a..b", default, skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    #[serde(rename = "a.b.c", default, skip_serializing_if = "Option::is_none")]
    pub a_b_c: Option<i32>,
    #[serde(rename = "a_b", default, skip_serializing_if = "Option::is_none")]
    pub xaq5fqb: Option<String>,
    #[serde(rename = "a-b", default, skip_serializing_if = "Option::is_none")]
    pub a_dash_b: Option<String>,
    #[serde(rename = "a b", default, skip_serializing_if = "Option::is_none")]
    pub a_u20_b: Option<i32>,
    #[serde(rename = "aB", default, skip_serializing_if = "Option::is_none")]
    pub xaq42q: Option<String>,
    #[serde(rename = "AB", default, skip_serializing_if = "Option::is_none")]
    pub ab: Option<String>,
    #[serde(rename = "A.B", default, skip_serializing_if = "Option::is_none")]
    pub a_dot_b: Option<i32>,
    #[serde(rename = "größe", default, skip_serializing_if = "Option::is_none")]
    pub groesse: Option<String>,
    #[serde(rename = "名前", default, skip_serializing_if = "Option::is_none")]
    pub u540d_u524d: Option<String>,
    #[serde(rename = "\u{1f600}", default, skip_serializing_if = "Option::is_none")]
    pub u1f600: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    #[serde(rename = "from_url", default, skip_serializing_if = "Option::is_none")]
    pub from_url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clone: Option<String>,
    #[serde(rename = "Option", default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    #[serde(rename = "Vec", default, skip_serializing_if = "Option::is_none")]
    pub vec: Option<i32>,
    #[serde(rename = "String", default, skip_serializing_if = "Option::is_none")]
    pub string: Option<String>,
    #[serde(rename = "Result", default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub xq56qalue: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xmlrpc: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub std: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serde: Option<i32>,
    #[serde(
        rename = "value\"; injected",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub value_injected: Option<String>,
    #[serde(rename = "{injected}", default, skip_serializing_if = "Option::is_none")]
    pub injected: Option<String>,
    #[serde(rename = "a/b:c", default, skip_serializing_if = "Option::is_none")]
    pub a_slash_b_colon_c: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub len: Option<String>,
    #[serde(rename = "into_it", default, skip_serializing_if = "Option::is_none")]
    pub into_it: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(
        rename = "*/ pub fn injected() {} /*",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub pub_fn_injected: Option<i32>,
    #[serde(
        rename = "\"; pub fn injected() {} //",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub u22_u3b_u20_pub_u20_fn_u20_injected_u28_u29_u20_u7b_u7d_u20_slash_slash: Option<
        String,
    >,
    #[serde(
        rename = "`code` ``more`` ```rust\u{a}fn injected() {}\u{a}```",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_more_rust_fn_injected: Option<String>,
    #[serde(
        rename = "#![feature(injected)]",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub feature_injected: Option<i32>,
    #[serde(
        rename = "#[doc = \"injected\"]",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub doc_injected: Option<String>,
    #[serde(
        rename = "    fn indented() { injected() }",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub fn_indented_injected: Option<String>,
    #[serde(
        rename = "\u{fffd}\u{fffd}\u{7f}\u{85}\u{d}\u{a}\u{2028}\u{2029}control",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub control: Option<i32>,
    #[serde(
        rename = "\u{202e}\u{2066}turned\u{2069}\u{feff}\u{200b}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub turned: Option<String>,
    #[serde(
        rename = "~~~\u{a}fenced\u{a}~~~",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub fenced: Option<String>,
    #[serde(
        rename = "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub link_injected_other_javascript_x_b_html_b_http_example_org_a_b: Option<i32>,
    #[serde(
        rename = "* list\u{a}- list\u{a}+ list\u{a}1. list\u{a}> quote\u{a}# head\u{a}===\u{a}---\u{a}| a | b |\u{a}|---|---|",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub list_list_list_1_list_quote_head_a_b: Option<String>,
    #[serde(
        rename = "///! //! /// /** */",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub slash_slash_slash_u21_u20_slash_slash_u21_u20_slash_slash_slash_u20_slash_u2a_u2a_u20_u2a_slash: Option<
        String,
    >,
    #[serde(
        rename = "~~//~~ TODO: injected",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub todo_injected: Option<i32>,
    #[serde(
        rename = "{} {{}} {0} {injected}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub n0_injected: Option<String>,
    #[serde(
        rename = "r#\"raw\"# b'x' '\\u{41}'",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub r_raw_b_x_u_41: Option<String>,
    #[serde(
        rename = "$crate ${injected} $(x)*",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub crate_injected_x: Option<i32>,
    #[serde(
        rename = "größe ß é 名前 \u{1f600}",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub groesse_ss_e_u540d_u524d: Option<String>,
    #[serde(
        rename = "\\ \\\\ \\n \\\"",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub n: Option<String>,
    #[serde(
        rename = "&amp; &#x41; &lt;",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub amp_x41_lt: Option<i32>,
    #[serde(
        rename = "_under_ **bold** a_b ~strike~",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub under_bold_a_b_strike: Option<String>,
    #[serde(rename = " ", default, skip_serializing_if = "Option::is_none")]
    pub u20: Option<i32>,
    #[serde(rename = "\u{9}\u{9}", default, skip_serializing_if = "Option::is_none")]
    pub u9_u9: Option<String>,
    #[serde(
        rename = "Self::injected!()",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub self_injected: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<MembersTypeOnly>,
}

/// Part of `members.type()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeResult {
    pub type_: i32,
    pub self_: String,
    #[serde(rename = "Self")]
    pub xq53qelf: String,
    pub super_: i32,
    pub crate_: String,
    pub fn_: String,
    pub async_: i32,
    pub await_: String,
    pub gen_: String,
    pub union_: i32,
    #[serde(rename = "r#type")]
    pub r_type: String,
    #[serde(rename = "_")]
    pub value: String,
    #[serde(rename = "__")]
    pub xq5fqq5fq: i32,
    #[serde(rename = "")]
    pub x: String,
    #[serde(rename = "1")]
    pub n1: String,
    #[serde(rename = "1a")]
    pub n1a: i32,
    #[serde(rename = ".")]
    pub dot: String,
    #[serde(rename = "..")]
    pub dot_dot: String,
    #[serde(rename = "a.")]
    pub a: i32,
    #[serde(rename = ".a")]
    pub dot_a: String,
    #[serde(rename = "a..b")]
    pub a_b: String,
    #[serde(rename = "a.b.c")]
    pub a_b_c: i32,
    #[serde(rename = "a_b")]
    pub xaq5fqb: String,
    #[serde(rename = "a-b")]
    pub a_dash_b: String,
    #[serde(rename = "a b")]
    pub a_u20_b: i32,
    #[serde(rename = "aB")]
    pub xaq42q: String,
    #[serde(rename = "AB")]
    pub ab: String,
    #[serde(rename = "A.B")]
    pub a_dot_b: i32,
    #[serde(rename = "größe")]
    pub groesse: String,
    #[serde(rename = "名前")]
    pub u540d_u524d: String,
    #[serde(rename = "\u{1f600}")]
    pub u1f600: i32,
    pub new: String,
    #[serde(rename = "from_url")]
    pub from_url: String,
    pub contract: i32,
    pub clone: String,
    #[serde(rename = "Option")]
    pub option: String,
    #[serde(rename = "Vec")]
    pub vec: i32,
    #[serde(rename = "String")]
    pub string: String,
    #[serde(rename = "Result")]
    pub result: String,
    #[serde(rename = "Value")]
    pub xq56qalue: i32,
    pub xmlrpc: String,
    pub std: String,
    pub serde: i32,
    #[serde(rename = "value\"; injected")]
    pub value_injected: String,
    #[serde(rename = "{injected}")]
    pub injected: String,
    #[serde(rename = "a/b:c")]
    pub a_slash_b_colon_c: i32,
    pub len: String,
    #[serde(rename = "into_it")]
    pub into_it: String,
    pub add: i32,
    pub next: String,
    pub default: String,
    #[serde(rename = "*/ pub fn injected() {} /*")]
    pub pub_fn_injected: i32,
    #[serde(rename = "\"; pub fn injected() {} //")]
    pub u22_u3b_u20_pub_u20_fn_u20_injected_u28_u29_u20_u7b_u7d_u20_slash_slash: String,
    #[serde(rename = "`code` ``more`` ```rust\u{a}fn injected() {}\u{a}```")]
    pub code_more_rust_fn_injected: String,
    #[serde(rename = "#![feature(injected)]")]
    pub feature_injected: i32,
    #[serde(rename = "#[doc = \"injected\"]")]
    pub doc_injected: String,
    #[serde(rename = "    fn indented() { injected() }")]
    pub fn_indented_injected: String,
    #[serde(rename = "\u{fffd}\u{fffd}\u{7f}\u{85}\u{d}\u{a}\u{2028}\u{2029}control")]
    pub control: i32,
    #[serde(rename = "\u{202e}\u{2066}turned\u{2069}\u{feff}\u{200b}")]
    pub turned: String,
    #[serde(rename = "~~~\u{a}fenced\u{a}~~~")]
    pub fenced: String,
    #[serde(
        rename = "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b"
    )]
    pub link_injected_other_javascript_x_b_html_b_http_example_org_a_b: i32,
    #[serde(
        rename = "* list\u{a}- list\u{a}+ list\u{a}1. list\u{a}> quote\u{a}# head\u{a}===\u{a}---\u{a}| a | b |\u{a}|---|---|"
    )]
    pub list_list_list_1_list_quote_head_a_b: String,
    #[serde(rename = "///! //! /// /** */")]
    pub slash_slash_slash_u21_u20_slash_slash_u21_u20_slash_slash_slash_u20_slash_u2a_u2a_u20_u2a_slash: String,
    #[serde(rename = "~~//~~ TODO: injected")]
    pub todo_injected: i32,
    #[serde(rename = "{} {{}} {0} {injected}")]
    pub n0_injected: String,
    #[serde(rename = "r#\"raw\"# b'x' '\\u{41}'")]
    pub r_raw_b_x_u_41: String,
    #[serde(rename = "$crate ${injected} $(x)*")]
    pub crate_injected_x: i32,
    #[serde(rename = "größe ß é 名前 \u{1f600}")]
    pub groesse_ss_e_u540d_u524d: String,
    #[serde(rename = "\\ \\\\ \\n \\\"")]
    pub n: String,
    #[serde(rename = "&amp; &#x41; &lt;")]
    pub amp_x41_lt: i32,
    #[serde(rename = "_under_ **bold** a_b ~strike~")]
    pub under_bold_a_b_strike: String,
    #[serde(rename = " ")]
    pub u20: i32,
    #[serde(rename = "\u{9}\u{9}")]
    pub u9_u9: String,
    #[serde(rename = "Self::injected!()")]
    pub self_injected: String,
    pub only: TypeOnly,
}
