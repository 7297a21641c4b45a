#include "analyzer/cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

bool IsSet(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

/// The variable asks for colours by any value but `0`, as the convention of CLICOLOR says.
bool IsOn(const char* variable) { return IsSet(variable) && std::string_view(std::getenv(variable)) != "0"; }

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool Write(std::FILE* file, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

bool IsInside(const std::filesystem::path& folder, const std::filesystem::path& outer) {
  const std::filesystem::path relative = folder.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

void Complain(std::string_view message) { fmt::print(stderr, "tfscope: {}\n", message); }

bool UseColor(const CommonOptions& options) {
  if (options.color == "always") return true;
  if (options.color == "never" || IsSet("NO_COLOR") || !options.output.empty()) return false;
  if (IsSet("FORCE_COLOR") || IsOn("CLICOLOR_FORCE")) return true;
  if (IsSet("CLICOLOR") && !IsOn("CLICOLOR")) return false;
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::filesystem::path RepositoryFolder(const std::filesystem::path& folder) {
  for (const char* variable : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    if (IsSet(variable) && IsInside(folder, std::getenv(variable))) return std::getenv(variable);
  }
  for (std::filesystem::path candidate = folder;; candidate = candidate.parent_path()) {
    std::error_code error;
    if (std::filesystem::exists(candidate / ".git", error)) return candidate;
    if (!candidate.has_relative_path()) return folder;
  }
}

bool WriteOutput(const std::string& file, std::string_view text) {
  if (file.empty()) {
    // A reader that has seen enough, as `head` has, is no failure.
    if (Write(stdout, text) || errno == EPIPE) return true;
    Complain(fmt::format("cannot write to standard output: {}", std::strerror(errno)));
    return false;
  }
  const std::unique_ptr<std::FILE, CloseFile> handle(std::fopen(file.c_str(), "wb"));
  if (handle != nullptr && Write(handle.get(), text)) return true;
  Complain(fmt::format("cannot write {}: {}", Printable(file), std::strerror(errno)));
  return false;
}

}  // namespace tfscope
