//! OpenAPI documents, JSON Schemas and calls by name. A binary of its own, because it needs a feature.

mod documents;
