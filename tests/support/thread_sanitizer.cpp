// RocksDB comes from the distribution, without instrumentation: the sanitizer cannot see how it orders its own
// accesses.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
    return "race:rocksdb::\n";
}
#endif
#endif
