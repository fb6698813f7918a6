#pragma once

#include "domain/Result.h"

#include <exception>

namespace foyer {

/// Thrown by a statement that fails and caught where the transaction ends (Connection::write and read), so that no
/// caller can forget to look: outside models/storage every failure is a Result.
class StorageFailure : public std::exception
{
public:
    explicit StorageFailure(Error error) : m_error(std::move(error)) {}
    const Error &error() const { return m_error; }
    const char *what() const noexcept override { return "storage failure"; }

private:
    Error m_error;
};

} // namespace foyer
