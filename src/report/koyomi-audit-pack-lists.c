#include "koyomi-audit-pack-private.h"

#include "koyomi-breaches.h"
#include "koyomi-csv.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-output-file.h"
#include "koyomi-readiness.h"

static void
begin (GString            *csv,
       const char * const *heads,
       guint               n_heads,
       KoyomiLanguage      language)
{
  koyomi_csv_begin (csv);
  for (guint i = 0; i < n_heads; i++)
    koyomi_csv_append_cell (csv, i, koyomi_tr (language, heads[i]));
  koyomi_csv_end_row (csv);
}

static void
append_row (GString            *csv,
            const char * const *cells,
            guint               n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (cells[i] != NULL ? cells[i] : "", -1);

      koyomi_csv_append_cell (csv, i, valid);
    }
  koyomi_csv_end_row (csv);
}

static gboolean
write_text (GString     *csv,
            const char  *path,
            GError     **error)
{
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, error);

  return file != NULL && koyomi_output_file_write (file, csv->str, csv->len, error) && koyomi_output_file_commit (file, error);
}

typedef struct
{
  const KoyomiPackFacts *facts;
  GString               *csv;
  const char            *number;   /* of the entry */
  const char            *at;
  const KoyomiEntry     *entry;
  const char            *hash;
} Log;

static void
append_field (const Log               *self,
              const KoyomiRowChange   *row,
              const KoyomiFieldChange *change,
              const char              *name)
{
  static const char * const words[] = { N_("Added"), N_("Changed"), N_("Removed") };
  KoyomiLanguage language = self->facts->options->language;
  const KoyomiTable *table = koyomi_dictionary_get_table (row->table);
  g_autofree char *before = koyomi_session_format_change (self->facts->session, change, FALSE, language);
  g_autofree char *after = koyomi_session_format_change (self->facts->session, change, TRUE, language);
  const char *cells[] = {
    self->number, self->at, self->entry->actor, self->entry->label, koyomi_tr (language, words[row->kind]), koyomi_tr (language, table->label),
    name, koyomi_tr (language, table->fields[KOYOMI_FIELD_INDEX (change->field)].label), row->kind == KOYOMI_CHANGE_INSERT ? "" : before,
    row->kind == KOYOMI_CHANGE_DELETE ? "" : after, self->hash,
  };

  append_row (self->csv, cells, G_N_ELEMENTS (cells));
}

static gboolean
append_entry (const KoyomiPackFacts *facts,
              GString               *csv,
              const KoyomiEntry     *entry,
              GError               **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list_changes (facts->session, entry->seq, error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
  g_autofree char *at = koyomi_time_format (entry->at);
  g_autofree char *hash = koyomi_entry_dup_hash (entry);
  const Log log = { facts, csv, number, at, entry, hash };

  if (rows == NULL)
    return FALSE;

  if (rows->len == 0)
    append_row (csv, (const char *[]) { number, at, entry->actor, entry->label, "", "", "", "", "", "", hash }, 11);
  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiRowChange *row = g_ptr_array_index (rows, i);
      g_autofree char *name = koyomi_session_name_row (facts->session, row, facts->options->language);

      for (guint j = 0; j < row->fields->len; j++)
        append_field (&log, row, &g_array_index (row->fields, KoyomiFieldChange, j), name);
    }

  return TRUE;
}

/* A row a field that was changed. The making of the plan, entry 1, is told by its label alone: its rows are the plan. */
gboolean
_koyomi_pack_write_log (const KoyomiPackFacts  *facts,
                        const KoyomiPackFile   *file,
                        const char             *path,
                        GError                **error)
{
  static const char * const heads[] = {
    N_("Number"), N_("When"), N_("Who"), N_("Edit"), N_("Kind of change"), N_("Table"), N_("Row"), N_("Field"), N_("Before"), N_("After"), N_("SHA-256"),
  };
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (facts->session, 0, error);
  g_autoptr(GString) csv = g_string_new (NULL);

  if (entries == NULL)
    return FALSE;

  begin (csv, heads, G_N_ELEMENTS (heads), facts->options->language);
  for (guint i = 0; i < entries->len; i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, i);

      if (g_cancellable_set_error_if_cancelled (facts->cancellable, error))
        return FALSE;
      if (entry->seq == 1)
        {
          g_autofree char *at = koyomi_time_format (entry->at);
          g_autofree char *hash = koyomi_entry_dup_hash (entry);

          append_row (csv, (const char *[]) { "1", at, entry->actor, entry->label, "", "", "", "", "", "", hash }, G_N_ELEMENTS (heads));
        }
      else if (!append_entry (facts, csv, entry, error))
        return FALSE;
    }

  return write_text (csv, path, error);
}

/* Each field of each piece of evidence. */
gboolean
_koyomi_pack_write_evidence (const KoyomiPackFacts  *facts,
                             const KoyomiPackFile   *file,
                             const char             *path,
                             GError                **error)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_EVIDENCE);
  KoyomiLanguage language = facts->options->language;
  g_autoptr(GPtrArray) rows = koyomi_session_list (facts->session, KOYOMI_TABLE_EVIDENCE, 0, 0, language, error);
  g_autoptr(GString) csv = g_string_new (NULL);

  if (rows == NULL)
    return FALSE;

  koyomi_csv_begin (csv);
  for (guint field = 1; field < table->n_fields; field++)
    koyomi_csv_append_cell (csv, field - 1, koyomi_tr (language, table->fields[field].label));
  koyomi_csv_end_row (csv);
  for (guint i = 0; i < rows->len; i++)
    {
      for (guint field = 1; field < table->n_fields; field++)
        {
          g_autofree char *text = koyomi_record_format (g_ptr_array_index (rows, i), KOYOMI_EVIDENCE_ID | field, language);

          koyomi_csv_append_cell (csv, field - 1, text);
        }
      koyomi_csv_end_row (csv);
    }

  return write_text (csv, path, error);
}

static void
append_finding (GString            *csv,
                const char         *rule,
                KoyomiRuleSeverity  severity,
                const char         *sentence,
                KoyomiRecord       *waiver,
                const int          *waiver_fields,
                KoyomiLanguage      language)
{
  g_autofree char *until = waiver != NULL ? koyomi_record_format (waiver, waiver_fields[0], language) : NULL;
  const char *cells[] = {
    rule, koyomi_rule_severity_get_label (severity, language), sentence, until,
    waiver != NULL ? koyomi_record_get_text (waiver, waiver_fields[1]) : "", waiver != NULL ? koyomi_record_get_text (waiver, waiver_fields[2]) : "",
  };

  append_row (csv, cells, G_N_ELEMENTS (cells));
}

/* What the readiness check and the rules of the matrix find, with what was accepted. */
gboolean
_koyomi_pack_write_readiness (const KoyomiPackFacts  *facts,
                              const KoyomiPackFile   *file,
                              const char             *path,
                              GError                **error)
{
  static const char * const heads[] = { N_("Rule"), N_("Severity"), N_("What was found"), N_("Accepted until"), N_("Decided by"), N_("Reason") };
  static const int lint_fields[] = { KOYOMI_LINT_WAIVER_UNTIL_DAY, KOYOMI_LINT_WAIVER_DECIDED_BY, KOYOMI_LINT_WAIVER_REASON };
  static const int rule_fields[] = { KOYOMI_WAIVER_UNTIL_DAY, KOYOMI_WAIVER_DECIDED_BY, KOYOMI_WAIVER_REASON };
  KoyomiLanguage language = facts->options->language;
  guint32 day = koyomi_time_get_day (facts->options->now);
  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (facts->session, day, language, error);
  g_autoptr(GPtrArray) breaches = results != NULL ? koyomi_session_load_breaches (facts->session, NULL, day, language, error) : NULL;
  g_autoptr(GString) csv = g_string_new (NULL);

  if (breaches == NULL)
    return FALSE;

  begin (csv, heads, G_N_ELEMENTS (heads), language);
  for (guint i = 0; i < results->len; i++)
    {
      const KoyomiLintResult *result = g_ptr_array_index (results, i);
      g_autofree char *sentence = g_strdup_printf ("%s: %s", koyomi_lint_rule_get_name (&result->rule, language), result->subject);

      append_finding (csv, result->rule.id, result->rule.severity, sentence, result->waiver, lint_fields, language);
    }
  for (guint i = 0; i < breaches->len; i++)
    {
      const KoyomiBreach *breach = g_ptr_array_index (breaches, i);

      append_finding (csv, koyomi_rule_get_nick (breach->rule), koyomi_rule_get_severity (breach->rule), breach->sentence, breach->waiver, rule_fields,
                      language);
    }

  return write_text (csv, path, error);
}
