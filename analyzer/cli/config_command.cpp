// `tfscope config`
#include <algorithm>

#include <fmt/format.h>

#include "analyzer/cli/options.h"
#include "analyzer/cli/output.h"
#include "analyzer/configuration/settings.h"
#include "analyzer/diagnostics/places.h"
#include "analyzer/support/nearest.h"

namespace tfscope {
namespace {

std::string ListText() {
  std::string text;
  for (const Setting& setting : AllSettings()) text += fmt::format("{:<18} {}\n", setting.key, setting.description);
  return text;
}

std::string SettingText(const Setting& setting) {
  std::string text = fmt::format("{}\n\n{}\n", setting.key, setting.description);
  if (!setting.choices.empty()) text += fmt::format("One of {}.\n", fmt::join(setting.choices, ", "));
  return text + fmt::format("\nExample:\n  [tool.tfscope]\n  {}\n", setting.example);
}

}  // namespace

int RunConfig(const ConfigOptions& options) {
  if (options.schema) return WriteOutput("", SettingsSchema()) ? kClean : kFailure;
  if (options.key.empty()) return WriteOutput("", ListText()) ? kClean : kFailure;
  if (const Setting* setting = FindSetting(options.key); setting != nullptr) {
    return WriteOutput("", SettingText(*setting)) ? kClean : kFailure;
  }
  std::vector<std::string> known;
  for (const Setting& setting : AllSettings()) known.emplace_back(setting.key);
  const std::string nearest = NearestName(options.key, known);
  Complain(fmt::format("unknown key `{}`{}", Printable(options.key),
                       nearest.empty() ? std::string("; `tfscope config` lists all keys")
                                       : fmt::format(", did you mean `{}`?", nearest)));
  return kFailure;
}

}  // namespace tfscope
