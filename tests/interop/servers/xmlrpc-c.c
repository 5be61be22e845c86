/* The demo server over xmlrpc-c's Abyss: PORT ["" | "i8" | "apache"]. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <xmlrpc-c/base.h>
#include <xmlrpc-c/abyss.h>
#include <xmlrpc-c/server.h>
#include <xmlrpc-c/server_abyss.h>

#define METHOD(name) \
    static xmlrpc_value *name(xmlrpc_env *env, xmlrpc_value *params, void *server, void *call)
#define UNUSED (void)params, (void)server, (void)call

METHOD(echo) {
    UNUSED;
    xmlrpc_value *value = NULL;
    xmlrpc_decompose_value(env, params, "(V)", &value);
    return env->fault_occurred ? NULL : value;
}

METHOD(add) {
    UNUSED;
    xmlrpc_int32 left = 0, right = 0;
    xmlrpc_decompose_value(env, params, "(ii)", &left, &right);
    return env->fault_occurred ? NULL : xmlrpc_int_new(env, left + right);
}

METHOD(sample) {
    UNUSED;
    unsigned char bytes[256];
    for (int i = 0; i < 256; i++) bytes[i] = (unsigned char)i;
    return xmlrpc_build_value(env, "{s:i,s:d,s:b,s:s,s:8,s:6,s:(is(d)),s:{s:{s:{}}}}",
        "count", 7, "ratio", 0.1, "on", 1, "text", "h\xc3\xa9 <&>", "when", "19980717T14:08:55",
        "bytes", bytes, sizeof bytes, "list", 1, "two", 3.5, "nested", "inner", "empty");
}

METHOD(nothing) {
    UNUSED;
    return xmlrpc_nil_new(env);
}

METHOD(large) {
    UNUSED;
    return xmlrpc_i8_new(env, 1LL << 40);
}

METHOD(fail) {
    UNUSED;
    xmlrpc_env_set_fault(env, 4, "Too many parameters.");
    return NULL;
}

static int listening(const char *port) {
    int descriptor = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(port))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(descriptor, (struct sockaddr *)&address, sizeof address)) {
        perror("bind");
        exit(1);
    }
    return descriptor;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    xmlrpc_env env;
    xmlrpc_env_init(&env);
    xmlrpc_registry *registry = xmlrpc_registry_new(&env);
    xmlrpc_registry_add_method2(&env, registry, "demo.echo", echo, "?", "Gives its argument back.", NULL);
    xmlrpc_registry_add_method2(&env, registry, "demo.add", add, "i:ii", "Adds two integers.", NULL);
    xmlrpc_registry_add_method2(&env, registry, "demo.sample", sample, "S:", "A value of each type.", NULL);
    xmlrpc_registry_add_method2(&env, registry, "demo.nothing", nothing, "n:", "", NULL);
    xmlrpc_registry_add_method2(&env, registry, "demo.large", large, "I:", "", NULL);
    xmlrpc_registry_add_method2(&env, registry, "demo.fail", fail, "i:", "", NULL);
    xmlrpc_dialect dialect = strcmp(argv[2], "apache") ? xmlrpc_dialect_i8 : xmlrpc_dialect_apache;
    if (*argv[2])
        xmlrpc_registry_set_dialect(&env, registry, dialect);
    xmlrpc_server_abyss_parms parameters;
    memset(&parameters, 0, sizeof parameters);
    parameters.registryP = registry;
    parameters.socket_bound = 1;
    parameters.socket_handle = (xmlrpc_socket)listening(argv[1]);
    parameters.uri_path = "/RPC2";
    parameters.chunk_response = strcmp(argv[2], "apache") == 0;
    xmlrpc_server_abyss(&env, &parameters, XMLRPC_APSIZE(chunk_response));
    fprintf(stderr, "%s\n", env.fault_string ? env.fault_string : "the server ended");
    return 1;
}
