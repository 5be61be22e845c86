//! The results of a multicall as real servers send them, and its calls as clients send them.
use xmlrpc_serde::{Fault, Options, Value, call, multicall};

fn response(value: &str) -> String {
    format!("<methodResponse><params><param><value>{value}</value></param></params></methodResponse>")
}

const FAULT: &str = "<struct><member><name>faultString</name><value>no</value></member>\
                     <member><name>faultCode</name><value><int>4</int></value></member></struct>";

#[test]
fn results_come_wrapped_bare_and_as_faults() {
    let xml = response(&format!(
        "<array><data><value><array><data><value><int>1</int></value></data></array></value>\
         <value>{FAULT}</value>\
         <value><int>2</int></value><value><array><data/></array></value><value><array><data><value>a</value>\
         </data></array></value></data></array>"
    ));
    let replies = multicall::decode_reply(xml.as_bytes(), Options::new()).unwrap().unwrap().into_owned();
    assert_eq!(replies.len(), 5);
    assert_eq!(replies.get::<i32>(0).unwrap(), Ok(1));
    assert_eq!(replies.get::<i32>(1).unwrap(), Err(Fault::new(4, "no")));
    assert_eq!(replies.get::<i32>(2).unwrap(), Ok(2));
    assert_eq!(replies.get::<Vec<i32>>(3).unwrap(), Ok(vec![]));
    // supervisord does not wrap results. So an array of one element may be a wrapped result or a result that
    // is an array: the type decides.
    assert_eq!(replies.get::<Vec<String>>(4).unwrap(), Ok(vec!["a".into()]));
    assert_eq!(replies.get::<String>(4).unwrap(), Ok("a".into()));
    let wrong = replies.get::<bool>(4).unwrap_err().to_string();
    assert_eq!(wrong, "invalid type: string, expected a boolean at params[0][4][0] (line 1, column 369)");
    assert_eq!(replies.get::<Value>(5).unwrap_err().to_string(), "there is no result 5: the reply has 5");
}

/// The server of `RPC::XML` sends the fault of one call in place of the whole reply.
#[test]
fn a_fault_inside_a_good_reply_is_that_of_the_batch() {
    let xml = response(&format!(
        "<struct><member><name>value</name>\
         <value><fault><value>{FAULT}</value></fault></value></member></struct>"
    ));
    let fault = multicall::decode_reply(xml.as_bytes(), Options::new()).unwrap().unwrap_err();
    assert_eq!(fault, Fault::new(4, "no"));
}

/// DokuWiki sends an empty struct for every error.
#[test]
fn the_error_of_a_reply_that_is_not_an_array_says_what_it_is() {
    let error = multicall::decode_reply(response("<struct/>").as_bytes(), Options::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the reply of a multicall is an array of results, \
         found an empty struct at params[0] (line 1, column 39)"
    );
}

#[test]
fn a_broken_call_does_not_affect_its_neighbours() {
    let good = "<value><struct><member><name>methodName</name><value>a</value></member>\
                <member><name>params</name><value>\
                <array><data><value><int>1</int></value><value>x</value></data></array>\
                </value></member></struct></value>";
    let xml = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>\
         {good}<value/>\
         <value><struct><member><name>methodName</name><value>b</value></member></struct></value>\
         </data></array></value>\
         </param></params></methodCall>"
    );
    let outer = call::decode(xml.as_bytes(), Options::new()).unwrap();
    let calls = multicall::calls(&outer).unwrap();
    let [first, second, third] = &calls[..] else { panic!("{calls:?}") };
    let first = first.as_ref().unwrap();
    assert_eq!((first.method(), first.params::<(i32, String)>().unwrap()), ("a", (1, "x".into())));
    assert_eq!(
        second.as_ref().unwrap_err().to_string(),
        "a call in a multicall is a struct of `methodName` and `params` at calls[1] (byte 298)"
    );
    assert_eq!(third.as_ref().unwrap().len(), 0);
}

/// Each mistake once cost a walk through the whole document.
#[test]
fn a_hundred_thousand_mistakes_are_read_once() {
    let xml = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{}</data>\
         </array></value></param></params></methodCall>",
        "<value/>\n".repeat(100_000)
    );
    let outer = call::decode(xml.as_bytes(), Options::new()).unwrap();
    // Only the number of refused calls matters here; their texts are pinned above.
    assert_eq!(multicall::calls(&outer).unwrap().iter().filter(|call| call.is_err()).count(), 100_000);
}

fn batch(elements: &str) -> String {
    format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{elements}\
         </data></array></value></param></params></methodCall>"
    )
}

const PING: &str = "<value><struct><member><name>methodName</name><value>ping</value></member>\
                    <member><name>params</name>\
                    <value><array><data><value><int>7</int></value></data></array></value>\
                    </member></struct></value>";

/// The reader stops at each mistake in the middle of structs and arrays, whose levels must not stay counted.
#[test]
fn mistakes_do_not_reduce_the_depth_of_the_calls_after_them() {
    let mistake = "<value><struct><member><name>methodName</name><value><array><data><value><array><data/>\
                   </array></value></data></array></value></member></struct></value>";
    let document = batch(&(mistake.repeat(1000) + PING));
    let call = call::decode(document.as_bytes(), Options::new().max_depth(8)).unwrap();
    let calls = multicall::calls(&call).unwrap();
    assert_eq!(calls.len(), 1001);
    // Only the refusal of the mistakes matters here: the call after them must be read.
    assert!(calls[..1000].iter().all(Result::is_err));
    assert_eq!(calls[1000].as_ref().unwrap().params::<(i32,)>().unwrap(), (7,));
}

#[test]
fn calls_and_mistakes_with_prefixes_are_read() {
    let mistake = "<value><struct><member><name>methodName</name><value><array><data/></array></value>\
                   </member></struct></value>";
    let plain = batch(&format!("{PING}{mistake}{PING}"));
    let document = plain.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    let call = call::decode(document.as_bytes(), Options::new()).unwrap();
    let calls = multicall::calls(&call).unwrap();
    let read = |call: &xmlrpc_serde::Result<call::Call<'_>>| call.as_ref().ok()?.params::<(i32,)>().ok();
    assert_eq!(calls.iter().map(read).collect::<Vec<_>>(), [Some((7,)), None, Some((7,))]);
}

/// The missing name is noticed only after the end tag has been read, when the element and its prefix are no
/// longer open.
#[test]
fn a_call_without_a_name_and_with_a_prefix_does_not_affect_its_neighbours() {
    let named = "<value><struct><member><name>methodName</name><value> a </value></member></struct></value>";
    for nameless in ["<ex:value><struct/></ex:value>", "<value><ex:struct></ex:struct></value>"] {
        let document = batch(&format!("{named}{nameless}{PING}"));
        let call = call::decode(document.as_bytes(), Options::new()).unwrap();
        let calls = multicall::calls(&call).unwrap();
        assert_eq!(calls[0].as_ref().unwrap().method(), "a");
        let error = calls[1].as_ref().unwrap_err();
        let text = error.to_string();
        assert_eq!(
            text.split(" (byte ").next(),
            Some("a call in a multicall lacks `methodName` at calls[1]")
        );
        assert_eq!(calls[2].as_ref().unwrap().method(), "ping");
    }
}

#[test]
fn calls_beyond_the_limit_are_only_counted() {
    let document = batch(&PING.repeat(5));
    let call = call::decode(document.as_bytes(), Options::new()).unwrap();
    let (calls, count) = multicall::calls_up_to(&call, 2).unwrap();
    assert_eq!((calls.len(), count), (2, 5));
    assert!(calls.iter().all(Result::is_ok));
}
