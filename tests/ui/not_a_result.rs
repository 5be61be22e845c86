#[xmlrpc::api]
trait Calc {
    fn add(&self, a: i32) -> i32;
}

#[xmlrpc::api]
trait Texts {
    async fn get(&self) -> std::string::String;
}

fn main() {}
