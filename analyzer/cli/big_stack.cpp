#include "analyzer/cli/big_stack.h"

#include <pthread.h>

namespace tfscope {
namespace {

constexpr size_t kStackSize = size_t{256} << 20;

void* Run(void* work) {
  (*static_cast<const std::function<void()>*>(work))();
  return nullptr;
}

bool RunOnThread(const std::function<void()>& work) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_t thread;
  const bool started = pthread_attr_setstacksize(&attributes, kStackSize) == 0 &&
                       pthread_create(&thread, &attributes, &Run, const_cast<std::function<void()>*>(&work)) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(thread, nullptr);
  return started;
}

}  // namespace

void RunOnBigStack(const std::function<void()>& work) {
  if (!RunOnThread(work)) work();
}

}  // namespace tfscope
