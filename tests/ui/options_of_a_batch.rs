#[xmlrpc::api]
trait Calc {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
}

fn patient(calc: CalcClient<&xmlrpc::Multicall>) {
    let _ = calc.with_options(xmlrpc::CallOptions::new());
}

fn main() {}
