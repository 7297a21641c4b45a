// The second parameter of `tf.Variable` is `trainable`. A string there is true, and the variable gets the default name.
#include <algorithm>

#include "rules/creations.h"
#include "rules/rule.h"

namespace tfscope {

extern const RuleInfo kNamePassedAsTrainable{
    .code = "TFV207",
    .name = "name-passed-as-trainable",
    .since = "0.1.0",
    .severity = Severity::kWarning,
    .summary = "The name of a tf.Variable is passed as its second argument, which is trainable, and is lost."};

namespace {

/// Text that someone means as a flag.
bool IsFlag(std::string_view text) { return text.empty() || text == "True" || text == "False"; }

/// The second positional argument, if it is the last one and all arguments are plain: then `name=` may stand before it.
Span LastPositional(const Site& site) {
  size_t positional = 0;
  Span second;
  for (const ArgumentSpan& argument : site.arguments) {
    if (argument.keyword == "*" || argument.keyword == "**") return {};
    if (argument.keyword.empty() && ++positional == 2) second = argument.span;
  }
  return positional == 2 ? second : Span();
}

bool HasKeyword(const Site& site, std::string_view keyword) {
  return std::ranges::any_of(site.arguments, [&](const ArgumentSpan& argument) { return argument.keyword == keyword; });
}

}  // namespace

void CheckNamePassedAsTrainable(const EventLog& log, Reporter& report) {
  std::vector<CreationGroup> groups;
  for (const NameAsTrainable* event : log.Of<NameAsTrainable>()) {
    const VariableMade* made = log.Made(event->variable);
    if (made == nullptr || IsFlag(event->text) || HasKeyword(event->site, "trainable")) continue;
    AddToGroup(groups, *made, nullptr);
    if (groups.back().first != made) continue;
    auto finding = report.Emit(kNamePassedAsTrainable, event->site,
                               "`{}` is passed as trainable: this variable is named `{}`", event->text, made->name);
    finding.Certain(made->certainty).Variable(made->name);
    const Span argument = LastPositional(event->site);
    finding.Mark(event->site.ArgumentOr("trainable", 1), "the second parameter is trainable, not the name");
    finding.CalledFrom(event->site, "called");
    if (argument.valid()) {
      const std::string text = fmt::format("name={}", report.Text(argument));
      finding.Replace(argument, text, fmt::format("write {}", text));
    } else {
      finding.Help("pass it as name=");
    }
  }
}

}  // namespace tfscope
