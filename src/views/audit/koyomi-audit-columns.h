#pragma once

#include "koyomi-audit-programme.h"
#include "koyomi-data-table.h"

G_BEGIN_DECLS

/* The columns of a table of audits: its rows are KoyomiProgrammeAudit. */
extern const KoyomiDataColumn koyomi_audit_columns[];
extern const guint koyomi_n_audit_columns;

/* Fewer of them, for a card. */
extern const KoyomiDataColumn koyomi_audit_short_columns[];
extern const guint koyomi_n_audit_short_columns;

gint64 koyomi_audit_columns_get_id (gconstpointer row);

/* The columns of a table of clauses and controls, with what three years have of each: its rows are KoyomiCoverageRow. */
typedef struct
{
  KoyomiRecord   *control;
  KoyomiCoverage  years[KOYOMI_PROGRAMME_YEARS];
  gint64          audits[KOYOMI_PROGRAMME_YEARS];    /* 0 for none */
  char           *numbers[KOYOMI_PROGRAMME_YEARS];   /* of those audits */
  gboolean        is_gap;
} KoyomiCoverageRow;

#define KOYOMI_FIRST_COVERAGE_COLUMN 2

extern const KoyomiDataColumn koyomi_coverage_columns[];
extern const guint koyomi_n_coverage_columns;

gint64     koyomi_coverage_row_get_id  (gconstpointer         row);
GPtrArray *koyomi_coverage_list_rows   (KoyomiAuditProgramme *programme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
