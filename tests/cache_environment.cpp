// Commands that tests run keep their results in a folder of the test's own, not in that of whoever runs it.
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/test_folder.h"

namespace tfscope {
namespace {

class CacheEnvironment : public testing::Environment {
 public:
  void SetUp() override {
    folder_ = NewTestFolder("cache");
    setenv("TFSCOPE_CACHE_DIR", folder_.c_str(), 1);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

 private:
  std::filesystem::path folder_;
};

const testing::Environment* const kCacheEnvironment = testing::AddGlobalTestEnvironment(new CacheEnvironment);

}  // namespace
}  // namespace tfscope
