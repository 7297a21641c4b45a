// An empty folder of its own for each test, however many run at once.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace tfscope {

/// A new empty folder below the temporary one, named after the process.
inline std::filesystem::path NewTestFolder(std::string_view name) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / fmt::format("tfscope_{}_{}", name, getpid());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace tfscope
