#[derive(serde::Deserialize)]
struct Picture<'a> {
    data: xmlrpc::Base64<&'a [u8]>,
}

fn main() {}
