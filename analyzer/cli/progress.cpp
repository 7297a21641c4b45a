#include "analyzer/cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"
#include "analyzer/reporters/report.h"

namespace tfscope {
namespace {

constexpr size_t kMaxPath = 60;

bool IsTerminal() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

Progress::Progress(size_t total, bool quiet) : total_(total), enabled_(!quiet && IsTerminal()) {}

void Progress::Next(std::string_view path) {
  ++done_;
  if (!enabled_ || Clock::now() - start_ < std::chrono::seconds(1)) return;
  fmt::print(stderr, "\r\x1b[K{}/{} {}", done_, total_, CutText(Printable(path), kMaxPath));
  std::fflush(stderr);
  shown_ = true;
}

void Progress::Wipe() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace tfscope
