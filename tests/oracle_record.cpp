#include "tests/oracle_record.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tfscope {
namespace {

std::vector<uint32_t> ReadLines(const nlohmann::json& item) { return item.at("lines").get<std::vector<uint32_t>>(); }

RecordedError ReadRecordedError(const nlohmann::json& item) {
  return {item.at("type").get<std::string>(), item.at("message").get<std::string>(), ReadLines(item)};
}

RecordedVariable ReadVariable(const nlohmann::json& item) {
  RecordedVariable variable;
  variable.name = item.at("name").get<std::string>();
  if (variable.name.ends_with(":0")) variable.name.resize(variable.name.size() - 2);
  if (const nlohmann::json& shape = item.at("shape"); !shape.is_null()) {
    variable.dimensions.emplace();
    for (const nlohmann::json& dimension : shape) {
      variable.dimensions->push_back(dimension.is_null() ? kUnknownDimension : dimension.get<int64_t>());
    }
  }
  variable.dtype = item.at("dtype").get<std::string>();
  variable.trainable = item.at("trainable").get<bool>();
  variable.resource = item.at("resource").get<bool>();
  variable.collections = item.at("collections").get<std::vector<std::string>>();
  variable.lines = ReadLines(item);
  return variable;
}

std::vector<RecordedVariable> ReadVariables(const nlohmann::json& items) {
  std::vector<RecordedVariable> variables;
  for (const nlohmann::json& item : items) variables.push_back(ReadVariable(item));
  return variables;
}

void CutAt(std::string& message, std::string_view marker) {
  if (size_t found = message.find(marker); found != std::string::npos) message.resize(found);
}

/// `<f at 0x7f12345678>` becomes `<f at 0x...>`.
std::string HideAddresses(const std::string& message) {
  std::string result;
  size_t done = 0;
  for (size_t found = message.find("0x"); found != std::string::npos; found = message.find("0x", found + 2)) {
    size_t end = found + 2;
    while (end < message.size() && std::isxdigit(static_cast<unsigned char>(message[end]))) ++end;
    if (end - found < 8) continue;
    result.append(message, done, found - done).append("0x...");
    done = end;
  }
  return result.append(message, done);
}

std::string ShapeText(const std::optional<std::vector<int64_t>>& dimensions) {
  return (dimensions ? Shape::Of(*dimensions) : Shape::Unknown()).ToString();
}

/// autograph runs these functions as other files, so the recorder saw only the line of the outer call.
bool RunsConverted(const std::string& function) { return function == "call" || function == "<lambda>"; }

}  // namespace

Record Record::Read(const nlohmann::json& truth) {
  Record record;
  if (truth.contains("graphs")) {
    for (const nlohmann::json& graph : truth.at("graphs"))
      record.graphs.push_back(ReadVariables(graph.at("variables")));
  } else {
    record.graphs.push_back(ReadVariables(truth.at("variables")));
  }
  if (!truth.at("error").is_null()) record.error = ReadRecordedError(truth.at("error"));
  for (const nlohmann::json& item : truth.at("caught")) record.caught.push_back(ReadRecordedError(item));
  record.output = truth.at("stdout").get<std::vector<std::string>>();
  return record;
}

std::string CleanMessage(std::string message, std::string_view path) {
  CutAt(message, " Originally defined at:");
  CutAt(message, "\n\noriginally defined at:");
  const size_t base = path.rfind('/') + 1;
  for (size_t found = message.find(path); base > 0 && found != std::string::npos; found = message.find(path)) {
    message.erase(found, base);
  }
  return HideAddresses(message);
}

std::vector<RecordComparison::FrameLines> RecordComparison::Frames(CallStackId stack, Span call,
                                                                   const std::string& function) const {
  std::vector<FrameLines> frames;
  auto add = [&](Span span, const std::string& caller) {
    if (span.file == file_) frames.push_back({sources_.Begin(span).line, sources_.End(span).line, caller});
  };
  for (const CallStackEntry& entry : stacks_.Unwind(stack)) add(entry.call_site, entry.caller);
  add(call, function);
  return frames;
}

template <typename T>
void RecordComparison::CompareValue(const std::string& place, const T& truth, const T& ours) {
  if (truth != ours) differences_.push_back(fmt::format("{}: expected {}, got {}", place, truth, ours));
}

void RecordComparison::CompareLines(const std::string& place, const std::vector<uint32_t>& truth,
                                    const std::vector<FrameLines>& ours) {
  bool same = truth.size() == ours.size() ||
              (!truth.empty() && truth.size() < ours.size() && RunsConverted(ours[truth.size()].function));
  for (size_t i = 0; same && i < truth.size(); ++i) same = ours[i].begin <= truth[i] && truth[i] <= ours[i].end;
  if (same) return;
  std::vector<uint32_t> begins;
  for (const FrameLines& frame : ours) begins.push_back(frame.begin);
  differences_.push_back(fmt::format("{}: expected lines {}, got {}", place, truth, begins));
}

void RecordComparison::CompareVariable(const std::string& place, const RecordedVariable& truth,
                                       const VariableState& state) {
  const VariableMade* made = log_.Made(state.variable);
  if (made == nullptr) {
    differences_.push_back(fmt::format("{} ({}): no event tells of its creation", place, truth.name));
    return;
  }
  CompareValue(place + ": name", truth.name, made->name);
  if (truth.name != made->name) return;
  const std::string named = fmt::format("{} ({})", place, truth.name);
  CompareValue(named + ": shape", ShapeText(truth.dimensions), ShapeText(made->shape.dimensions));
  CompareValue(named + ": dtype", truth.dtype, made->dtype);
  CompareValue(named + ": trainable", truth.trainable, made->trainable);
  CompareValue(named + ": resource", truth.resource, made->resource);
  std::vector<std::string> collections = state.collections;
  std::ranges::sort(collections);
  CompareValue(named + ": collections", fmt::format("{}", truth.collections), fmt::format("{}", collections));
  CompareLines(named, truth.lines, Frames(made->site.stack, made->site.call, made->site.function));
}

void RecordComparison::CompareGraphs() {
  const bool only_unused =
      log_.graphs.empty() && truth_.graphs.size() == 1;  // the default graph, which nothing asked for
  if (!only_unused) CompareValue("graphs", truth_.graphs.size(), log_.graphs.size());
  for (size_t graph = 0; graph < truth_.graphs.size(); ++graph) {
    if (graph >= log_.graphs.size() && !only_unused) break;
    const auto& truth = truth_.graphs[graph];
    const auto ours = only_unused ? std::vector<VariableState>() : log_.graphs[graph];
    const size_t common = std::min(truth.size(), ours.size());
    for (size_t i = 0; i < common; ++i)
      CompareVariable(fmt::format("graph {} variable {}", graph, i), truth[i], ours[i]);
    for (size_t i = common; i < truth.size(); ++i) {
      differences_.push_back(fmt::format("graph {} variable {}: missing {}", graph, i, truth[i].name));
    }
    for (size_t i = common; i < ours.size(); ++i) {
      const VariableMade* made = log_.Made(ours[i].variable);
      differences_.push_back(fmt::format("graph {} variable {}: not made by TensorFlow: {}", graph, i,
                                         made == nullptr ? "(no event)" : made->name));
    }
  }
}

void RecordComparison::CompareError(const std::string& place, const RecordedError& truth, const RecordedError& ours) {
  CompareValue(place + ": type", truth.type, ours.type);
  CompareValue(place + ": message", truth.message, CleanMessage(ours.message, sources_.file(file_).path));
}

void RecordComparison::CompareUncaught() {
  if (truth_.error.has_value() != log_.error.has_value()) {
    differences_.push_back(
        truth_.error ? fmt::format("error: missing {}: {}", truth_.error->type, truth_.error->message)
                     : fmt::format("error: TensorFlow raises none, got {}: {}", log_.error->type, log_.error->message));
    return;
  }
  if (!truth_.error) return;
  CompareError("error", *truth_.error, {log_.error->type, log_.error->message, {}});
  std::string function;
  for (const ErrorRaised* raised : log_.Of<ErrorRaised>()) {
    if (raised->site.call == log_.error->place) function = raised->site.function;
  }
  CompareLines("error", truth_.error->lines, Frames(log_.error->stack, log_.error->place, function));
}

void RecordComparison::CompareCaught() {
  std::vector<std::pair<RecordedError, const Site*>> ours;
  for (const Event& event : log_.events) {
    if (const auto* raised = std::get_if<ErrorRaised>(&event); raised != nullptr && raised->caught) {
      ours.push_back({{raised->type, raised->message, {}}, &raised->site});
    }
    if (const auto* missing = std::get_if<ApiMissing>(&event); missing != nullptr && missing->caught) {
      const bool is_import = missing->message.starts_with("cannot import") || missing->message.starts_with("No module");
      ours.push_back({{is_import ? "ImportError" : "AttributeError", missing->message, {}}, &missing->site});
    }
  }
  CompareValue("caught exceptions", truth_.caught.size(), ours.size());
  for (size_t i = 0; i < std::min(truth_.caught.size(), ours.size()); ++i) {
    const std::string place = fmt::format("caught {}", i);
    CompareError(place, truth_.caught[i], ours[i].first);
    CompareLines(place, truth_.caught[i].lines,
                 Frames(ours[i].second->stack, ours[i].second->call, ours[i].second->function));
  }
}

std::vector<std::string> RecordComparison::Differences() {
  differences_.clear();
  if (!log_.complete) differences_.push_back("the analysis is not complete: a budget was reached");
  CompareGraphs();
  CompareUncaught();
  CompareCaught();
  return differences_;
}

std::vector<std::string> RecordComparison::OutputDifferences() const {
  std::vector<std::string> differences;
  auto line = [](const std::vector<std::string>& lines, size_t i) {
    return i < lines.size() ? fmt::format("`{}`", lines[i]) : "no line";
  };
  for (size_t i = 0; i < std::max(truth_.output.size(), log_.output.size()); ++i) {
    const std::string truth = line(truth_.output, i);
    const std::string ours = line(log_.output, i);
    if (truth != ours) differences.push_back(fmt::format("output {}: expected {}, got {}", i + 1, truth, ours));
  }
  return differences;
}

}  // namespace tfscope
