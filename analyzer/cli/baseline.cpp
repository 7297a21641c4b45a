#include "analyzer/cli/baseline.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analyzer/configuration/read_file.h"
#include "analyzer/diagnostics/fingerprint.h"
#include "analyzer/diagnostics/places.h"

namespace tfscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kMaxSize = size_t{64} << 20;

/// A file's path relative to the folder of the baseline, with forward slashes.
std::string StablePath(const SourceManager& sources, FileId id, const std::filesystem::path& baseline) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::absolute(baseline, error).lexically_normal().parent_path();
  const std::filesystem::path path = std::filesystem::absolute(sources.file(id).path, error).lexically_normal();
  return path.lexically_relative(folder).generic_string();
}

std::vector<std::string> FingerprintsOf(std::span<const Finding> findings, const SourceManager& sources,
                                        const std::filesystem::path& baseline) {
  FingerprintCounter counter;
  std::vector<std::string> fingerprints;
  for (const Finding& finding : findings) {
    fingerprints.push_back(counter.Next(finding, StablePath(sources, finding.span.file, baseline), sources));
  }
  return fingerprints;
}

}  // namespace

std::string BaselineText(std::span<const Finding> findings, const SourceManager& sources,
                         const std::filesystem::path& file) {
  const std::vector<std::string> fingerprints = FingerprintsOf(findings, sources, file);
  Json list = Json::array();
  for (size_t index = 0; index < findings.size(); ++index) {
    // Only the fingerprint counts; the rest is for those who read the file.
    list.push_back({{"fingerprint", fingerprints[index]},
                    {"code", findings[index].rule->code},
                    {"file", StablePath(sources, findings[index].span.file, file)},
                    {"message", findings[index].message}});
  }
  Json json = {{"version", 1}};
  json["findings"] = std::move(list);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

tl::expected<Baseline, std::string> ReadBaseline(const std::filesystem::path& file) {
  const std::string name = Printable(SourceManager().DisplayPath(file));
  const auto text = ReadSmallFile(file, kMaxSize);
  if (!text) return tl::unexpected(fmt::format("{}: cannot be read; --write-baseline makes it", name));
  const Json json = Json::parse(*text, nullptr, false);
  const bool is_baseline = json.is_object() && json.contains("version") && json["version"] == 1 &&
                           json.contains("findings") && json["findings"].is_array();
  if (!is_baseline) return tl::unexpected(fmt::format("{}: is no baseline of version 1", name));
  Baseline baseline;
  for (const Json& finding : json["findings"]) {
    if (finding.is_object() && finding.contains("fingerprint") && finding["fingerprint"].is_string()) {
      baseline.insert(finding["fingerprint"].get<std::string>());
    }
  }
  return baseline;
}

size_t RemoveKnown(std::vector<Finding>& findings, const Baseline& baseline, const SourceManager& sources,
                   const std::filesystem::path& file) {
  if (baseline.empty()) return 0;
  const std::vector<std::string> fingerprints = FingerprintsOf(findings, sources, file);
  std::vector<Finding> rest;
  for (size_t index = 0; index < findings.size(); ++index) {
    if (!baseline.contains(fingerprints[index])) rest.push_back(std::move(findings[index]));
  }
  const size_t known = findings.size() - rest.size();
  findings = std::move(rest);
  return known;
}

}  // namespace tfscope
