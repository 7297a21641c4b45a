// What TensorFlow 1.15 did with one program of testdata/oracle (its .json, written by tests/oracle/record.py), and the
// comparison with what the analyzer predicts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzer/events/events.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {

/// An exception: type, message as recorded, lines of the frames of the program, outermost first.
struct RecordedError {
  std::string type;
  std::string message;
  std::vector<uint32_t> lines;
};

/// A variable; `lines` as for errors, the last one is that of the creating call.
struct RecordedVariable {
  std::string name;
  std::optional<std::vector<int64_t>> dimensions;
  std::string dtype;
  bool trainable = false;
  bool resource = false;
  std::vector<std::string> collections;
  std::vector<uint32_t> lines;
};

struct Record {
  std::vector<std::vector<RecordedVariable>> graphs;
  std::optional<RecordedError> error;
  std::vector<RecordedError> caught;
  std::vector<std::string> output;

  static Record Read(const nlohmann::json& truth);
};

/// Cuts from a message what the recorder cuts: quotations of the place of a definition, addresses, `path`'s folders.
std::string CleanMessage(std::string message, std::string_view path);

/// Compares one log with the truth. Each difference is one line of text; none means exact.
class RecordComparison {
 public:
  RecordComparison(const Record& truth, const EventLog& log, const CallStacks& stacks, const SourceManager& sources,
                   FileId file)
      : truth_(truth), log_(log), stacks_(stacks), sources_(sources), file_(file) {}

  /// Differences of variables and exceptions.
  std::vector<std::string> Differences();
  /// Differences of printed lines.
  std::vector<std::string> OutputDifferences() const;

 private:
  /// One frame of ours: the lines that its active call covers, and the function that contains the call.
  struct FrameLines {
    uint32_t begin;
    uint32_t end;
    std::string function;
  };

  std::vector<FrameLines> Frames(CallStackId stack, Span call, const std::string& function) const;
  void CompareGraphs();
  void CompareVariable(const std::string& place, const RecordedVariable& truth, const VariableState& state);
  void CompareError(const std::string& place, const RecordedError& truth, const RecordedError& ours);
  void CompareUncaught();
  void CompareCaught();
  void CompareLines(const std::string& place, const std::vector<uint32_t>& truth, const std::vector<FrameLines>& ours);
  template <typename T>
  void CompareValue(const std::string& place, const T& truth, const T& ours);

  const Record& truth_;
  const EventLog& log_;
  const CallStacks& stacks_;
  const SourceManager& sources_;
  const FileId file_;
  std::vector<std::string> differences_;
};

}  // namespace tfscope
