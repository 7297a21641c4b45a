// A line on the terminal that says how far a long run is.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace tfscope {

/// Writes to standard error, only if that is a terminal and only once the run takes longer than a second; wipes what it
/// wrote.
class Progress {
 public:
  /// `total`: how many programs there are to look at; `quiet`: write nothing.
  Progress(size_t total, bool quiet);
  ~Progress() { Wipe(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// The next program is looked at.
  void Next(std::string_view path);
  /// Removes the line, so that something else can be written.
  void Wipe();

 private:
  using Clock = std::chrono::steady_clock;
  const size_t total_;
  const bool enabled_;
  const Clock::time_point start_ = Clock::now();
  size_t done_ = 0;
  bool shown_ = false;
};

}  // namespace tfscope
