#ifndef PASSERELLE_CCURL_SHIM_H
#define PASSERELLE_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, and Swift calls no variadic C function: one plain function a type
// of argument.

typedef size_t (*passerelle_receive)(char *bytes, size_t size, size_t count, void *owner);
typedef int (*passerelle_begin)(void *owner, char *remote, char *local, int remote_port, int local_port);

static inline CURLcode passerelle_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode passerelle_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

static inline CURLcode passerelle_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLMcode passerelle_set_multi(CURLM *handle, CURLMoption option, long value) {
    return curl_multi_setopt(handle, option, value);
}

// The size comes first: curl copies that many bytes, NUL or not.
static inline CURLcode passerelle_set_body(CURL *handle, const void *bytes, size_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes);
}

static inline CURLcode passerelle_set_headers(CURL *handle, struct curl_slist *headers) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

// Whose transfer it is, told again to each of the functions that curl calls for it.
static inline CURLcode passerelle_set_owner(
    CURL *handle, void *owner, passerelle_receive body, passerelle_receive header, passerelle_begin begin) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_PRIVATE, owner);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, owner);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, owner);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, begin);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_PREREQDATA, owner);
}

static inline void *passerelle_get_owner(CURL *handle) {
    char *owner = NULL;
    return curl_easy_getinfo(handle, CURLINFO_PRIVATE, &owner) == CURLE_OK ? owner : NULL;
}

static inline long passerelle_get_long(CURL *handle, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : 0;
}

// The next transfer that has ended, and how; NULL when there is none.
static inline CURL *passerelle_next_ended(CURLM *handle, CURLcode *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(handle, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *code = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

#endif
