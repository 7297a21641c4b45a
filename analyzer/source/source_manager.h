// Files: reading, decoding, programs inside Markdown, and the way from byte offsets to lines and columns.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "analyzer/source/file_system.h"
#include "analyzer/source/span.h"

namespace tfscope {

/// One Python program: a `.py` file, standard input, or the joined blocks of a Markdown document.
struct SourceFile {
  FileId id = kNoFile;
  std::string path;           ///< absolute path on disk; of a Markdown program, that of the document
  std::string display_path;   ///< as the user sees it: relative to the working folder when below it
  std::string text;           ///< UTF-8 with LF line ends, no byte order mark; offsets of spans point into it
  std::string_view document;  ///< what to show as source lines; empty if `text` is (Markdown: the document's text)
  bool ascii = false;         ///< `text` has only ASCII: columns are bytes
  std::vector<uint32_t> line_starts;    ///< offset of each line of `text`
  std::vector<uint32_t> line_numbers;   ///< Markdown: the document's line of each line of `text`; empty otherwise
  std::vector<uint32_t> column_shifts;  ///< Markdown: code points cut from each line; empty otherwise
  std::vector<uint32_t> cells;          ///< notebooks: the cell of each line of `text`; empty otherwise
};

/// Why a file could not be read, as one sentence without its path.
struct ReadError {
  std::string message;
};

/// Owns all files of one run. Ids start at 1. References stay valid.
class SourceManager {
 public:
  SourceManager();

  /// Reads `path` once; later calls give the same file. Decodes UTF-8 with or without byte order mark, and any
  /// encoding that a PEP 263 line names among utf-8, ascii, latin-1 and its aliases. CRLF and CR become LF.
  tl::expected<FileId, ReadError> Load(const std::filesystem::path& path);

  /// The Python programs of a Markdown or reStructuredText document, in order. A block is a program of its own unless
  /// it continues the one before it by reading its names. The code cells of a notebook are one program.
  tl::expected<std::vector<FileId>, ReadError> LoadDocument(const std::filesystem::path& path);

  /// Text that comes from no file: standard input, tests, embedded library models (`display_path` like
  /// `<library>/x.py`). What cannot be decoded becomes U+FFFD here.
  FileId Add(std::string display_path, std::string_view bytes);
  std::vector<FileId> AddDocument(std::string display_path, std::string_view bytes);
  /// A program that was put together of other programs' lines; only its id, line starts and `ascii` are filled in.
  FileId Store(SourceFile file);

  const SourceFile& file(FileId id) const { return files_[id]; }
  /// The disk, on which other files than programs lie, too.
  FileSystem& disk() { return disk_; }
  size_t size() const { return files_.size(); }

  std::string_view Text(Span span) const;
  LineColumn Locate(FileId file, uint32_t offset) const;
  LineColumn Begin(Span span) const { return Locate(span.file, span.begin); }
  LineColumn End(Span span) const { return Locate(span.file, span.end); }

  /// The line of the shown document that `line` names (1-based), without its end.
  std::string_view Line(FileId file, uint32_t line) const;

  /// `path` relative to the working folder if it lies below it, else unchanged; with forward slashes.
  std::string DisplayPath(const std::filesystem::path& path) const;

 private:
  /// A document's text with its line starts, shared by the programs in it.
  struct Document {
    std::string text;
    std::vector<uint32_t> line_starts;
  };

  /// The bytes of a file, which the disk's record gets to know.
  tl::expected<std::string, ReadError> Read(const std::string& path);
  std::vector<FileId> StoreDocument(const std::string& path, const std::string& display_path, std::string text);

  std::deque<SourceFile> files_;
  std::deque<Document> documents_;
  std::unordered_map<FileId, const Document*> document_of_;
  std::unordered_map<std::string, FileId> by_path_;
  std::unordered_map<std::string, std::vector<FileId>> programs_by_path_;
  std::filesystem::path working_folder_;
  FileSystem disk_;
};

}  // namespace tfscope
