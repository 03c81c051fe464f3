#include "koyomi-audit-report-private.h"

#include "koyomi-breaches.h"
#include "koyomi-breach.h"
#include "koyomi-document-parts-private.h"
#include "koyomi-history.h"
#include "koyomi-readiness.h"

#include <string.h>

/* The last entries of the change log that are told. */
#define MOST_ENTRIES 30

/* Of a hash, so many digits. */
#define HASH_DIGITS 16

/* A rule that is broken somewhere. */
typedef struct
{
  const char         *id;
  char               *name;
  char               *advice;
  KoyomiRuleSeverity  severity;
  guint               n_open;
  guint               n_accepted;
} Rule;

static void
clear_rule (gpointer data)
{
  Rule *rule = data;

  g_free (rule->name);
  g_free (rule->advice);
}

/* Returns: (transfer none): the rule among those that are broken, or that as another one */
static Rule *
need_rule (GArray             *rules,
           const char         *id,
           KoyomiRuleSeverity  severity,
           char               *name,
           char               *advice)
{
  Rule rule = { id, name, advice, severity, 0, 0 };

  for (guint i = 0; i < rules->len; i++)
    if (strcmp (g_array_index (rules, Rule, i).id, id) == 0)
      {
        clear_rule (&rule);
        return &g_array_index (rules, Rule, i);
      }

  g_array_append_val (rules, rule);

  return &g_array_index (rules, Rule, rules->len - 1);
}

static KoyomiMetricStatus
judge (KoyomiRuleSeverity severity)
{
  return severity == KOYOMI_RULE_SEVERITY_HIGH ? KOYOMI_METRIC_OFF_TARGET : severity == KOYOMI_RULE_SEVERITY_MEDIUM ? KOYOMI_METRIC_AT_RISK
                                                                                                                    : KOYOMI_METRIC_UNJUDGED;
}

/* @subject: what breaks the rule; @waiver: (nullable); its fields are those of its table */
static void
add_result (KoyomiAuditReport   *self,
            KoyomiDocumentTable *table,
            const Rule          *rule,
            const char          *subject,
            gboolean             is_waived,
            const char          *reason,
            const char          *decided_by,
            guint32              until_day)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, rule->id, g_str_hash (subject));

  _koyomi_document_take_status (row, is_waived ? KOYOMI_METRIC_NO_DATA : judge (rule->severity),
                                g_strdup (koyomi_rule_severity_get_label (rule->severity, self->isms.language)));
  _koyomi_document_add_text (row, rule->name);
  _koyomi_document_add_text (row, rule->id);
  _koyomi_document_add_text (row, subject);
  _koyomi_document_add_text (row, koyomi_tr (self->isms.language, is_waived ? N_("Accepted") : N_("Open")));
  _koyomi_document_add_text (row, reason);
  _koyomi_document_add_text (row, decided_by);
  _koyomi_document_add_day (row, until_day);
}

static void
add_lint (KoyomiAuditReport   *self,
          KoyomiDocumentTable *table,
          GArray              *rules,
          KoyomiLintResult    *result)
{
  KoyomiLanguage language = self->isms.language;
  Rule *rule = need_rule (rules, result->rule.id, result->rule.severity, g_strdup (koyomi_lint_rule_get_name (&result->rule, language)),
                          g_strdup (koyomi_lint_rule_get_advice (&result->rule, language)));
  KoyomiRecord *waiver = result->waiver;

  *(result->is_waived ? &rule->n_accepted : &rule->n_open) += 1;
  add_result (self, table, rule, result->subject, result->is_waived,
              waiver != NULL ? koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_REASON) : "",
              waiver != NULL ? koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_DECIDED_BY) : "",
              waiver != NULL ? koyomi_record_get_day (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY) : 0);
}

static void
add_breach (KoyomiAuditReport   *self,
            KoyomiDocumentTable *table,
            GArray              *rules,
            KoyomiBreach        *breach)
{
  KoyomiLanguage language = self->isms.language;
  Rule *rule = need_rule (rules, koyomi_rule_get_nick (breach->rule), koyomi_rule_get_severity (breach->rule),
                          g_strdup (koyomi_rule_get_name (breach->rule, language)),
                          koyomi_rule_format_demand (breach->rule, koyomi_session_get_a_limit (self->isms.session), language));
  KoyomiRecord *waiver = breach->waiver;

  *(breach->is_waived ? &rule->n_accepted : &rule->n_open) += 1;
  add_result (self, table, rule, breach->sentence, breach->is_waived,
              waiver != NULL ? koyomi_record_get_text (waiver, KOYOMI_WAIVER_REASON) : "",
              waiver != NULL ? koyomi_record_get_text (waiver, KOYOMI_WAIVER_DECIDED_BY) : "",
              waiver != NULL ? koyomi_record_get_day (waiver, KOYOMI_WAIVER_UNTIL_DAY) : 0);
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const Rule *first = a;
  const Rule *second = b;

  return first->severity != second->severity ? (first->severity > second->severity) - (first->severity < second->severity)
                                              : strcmp (first->id, second->id);
}

static void
fill_rules (KoyomiAuditReport   *self,
            KoyomiDocumentTable *table,
            GArray              *rules)
{
  g_array_sort (rules, compare_rules);
  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = &g_array_index (rules, Rule, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, rule->id, 0);

      self->n_broken += rule->n_open;
      _koyomi_document_take_status (row, judge (rule->severity), g_strdup (koyomi_rule_severity_get_label (rule->severity, self->isms.language)));
      _koyomi_document_add_text (row, rule->name);
      _koyomi_document_add_text (row, rule->advice);
      _koyomi_document_add_number (row, rule->n_open);
      _koyomi_document_add_number (row, rule->n_accepted);
    }
}

/* The rules that are broken, and on a sheet of their own each row that breaks one, with what was accepted, by whom and until when. */
gboolean
_koyomi_audit_report_add_readiness (KoyomiAuditReport  *self,
                                    GError            **error)
{
  static const KoyomiDocumentColumn rule_columns[] = {
    { N_("Severity"), 3 }, { N_("Rule"), 7 }, { N_("What to do"), 10 }, { N_("Open"), 2 }, { N_("Accepted"), 2 },
  };
  static const KoyomiDocumentColumn columns[] = {
    { N_("Severity"), 3 }, { N_("Rule"), 7 }, { N_("Code"), 5 }, { N_("What breaks it"), 13 }, { N_("State"), 3 }, { N_("Reason"), 8 },
    { N_("Decided by"), 4 }, { N_("Until"), 4 },
  };

  g_autoptr(GPtrArray) results = koyomi_session_load_readiness (self->isms.session, self->isms.today, self->isms.language, error);
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (self->isms.session, NULL, self->isms.today, self->isms.language, error);
  g_autoptr(GArray) rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  KoyomiDocumentTable *told, *rule_table, *table;

  if (results == NULL || breaches == NULL || !_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_READINESS, &told, error))
    return FALSE;

  g_array_set_clear_func (rules, clear_rule);
  rule_table = _koyomi_isms_report_add_table (&self->isms, N_("Rules that are broken"), rule_columns, G_N_ELEMENTS (rule_columns),
                                              N_("Nothing to report."));
  table = _koyomi_isms_report_add_list (&self->isms, N_("Readiness check"), columns, G_N_ELEMENTS (columns), N_("Nothing to report."));
  for (guint i = 0; i < breaches->len; i++)
    add_breach (self, table, rules, g_ptr_array_index (breaches, i));
  for (guint i = 0; i < results->len; i++)
    add_lint (self, table, rules, g_ptr_array_index (results, i));
  fill_rules (self, rule_table, rules);
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Of %u rules %u are broken, in %u places; %u more are "
                                                                                           "accepted.")),
                                                        koyomi_lint_rule_count () + KOYOMI_N_RULES, rules->len, self->n_broken,
                                                        table->rows->len - self->n_broken));

  return TRUE;
}

/* Whether the change log is whole, as it is found when the report is made. Returns: (transfer full) */
static char *
describe_chain (KoyomiAuditReport *self)
{
  g_autoptr(GError) error = NULL;
  gint64 bad_seq;

  if (koyomi_session_verify (self->isms.session, NULL, NULL, NULL, NULL, &bad_seq, &error))
    return g_strdup (koyomi_tr (self->isms.language, N_("Whole: each entry fits the one before it, and the plan fits the log")));
  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN))
    /* Translators: the number of an entry of the change log */
    return g_strdup_printf (koyomi_tr (self->isms.language, N_("Broken at entry No. %u")), (guint) bad_seq);
  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT) || g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT))
    return g_strdup (koyomi_tr (self->isms.language, N_("The plan does not fit the log: it was changed from outside, or is damaged")));

  return g_strdup (koyomi_tr (self->isms.language, N_("Could not be checked")));
}

static void
add_entries (KoyomiAuditReport *self,
             GPtrArray         *entries)
{
  static const KoyomiDocumentColumn columns[] = { { N_("No."), 2 }, { N_("When"), 4 }, { N_("Who"), 4 }, { N_("What"), 10 }, { N_("Hash"), 4 } };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Last changes"), columns, G_N_ELEMENTS (columns), N_("There are none."));

  for (guint i = 0; i < MIN (entries->len, MOST_ENTRIES); i++)
    {
      const KoyomiEntry *entry = g_ptr_array_index (entries, entries->len - 1 - i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "entry", entry->seq);
      g_autofree char *hash = koyomi_entry_dup_hash (entry);

      _koyomi_document_add_number (row, entry->seq);
      _koyomi_document_add_time (row, entry->at);
      _koyomi_document_add_text (row, entry->actor);
      _koyomi_document_add_text (row, entry->label);
      _koyomi_document_take_text (row, g_strndup (hash, HASH_DIGITS));
    }
}

static void
add_bookmarks (KoyomiAuditReport *self)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Bookmark"), 9 }, { N_("No."), 3 }, { N_("When"), 4 }, { N_("Note"), 8 } };

  GPtrArray *bookmarks = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_BOOKMARK);
  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Bookmarks"), columns, G_N_ELEMENTS (columns), N_("There are none."));

  for (guint i = 0; i < bookmarks->len; i++)
    {
      KoyomiRecord *bookmark = g_ptr_array_index (bookmarks, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "bookmark", koyomi_record_get_id (bookmark));

      _koyomi_document_add_text (row, koyomi_record_get_title (bookmark));
      _koyomi_document_add_number (row, koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ));
      _koyomi_document_add_time (row, koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_AT));
      _koyomi_document_add_text (row, koyomi_record_get_text (bookmark, KOYOMI_BOOKMARK_NOTE));
    }
}

gboolean
_koyomi_audit_report_add_log (KoyomiAuditReport  *self,
                              GError            **error)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list_entries (self->isms.session, 0, error);
  g_autofree char *chain = NULL;
  KoyomiDocument *document = self->isms.document;
  KoyomiDocumentTable *told, *table;

  if (entries == NULL || !_koyomi_isms_report_begin (&self->isms, KOYOMI_AUDIT_PART_LOG, &told, error))
    return FALSE;

  chain = describe_chain (self);
  table = _koyomi_isms_report_add_facts (&self->isms, koyomi_tr (self->isms.language, N_("Head of the change log")));
  _koyomi_document_take_fact (document, table, N_("Entries"), g_strdup_printf ("%u", entries->len));
  _koyomi_document_take_fact (document, table, N_("Last entry"), g_strdup_printf ("%" G_GINT64_FORMAT, document->head->seq));
  _koyomi_document_add_fact (document, table, N_("Hash of the change log"), document->facts->journal_head);
  _koyomi_document_add_fact (document, table, N_("State"), chain);
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_ntr (self->isms.language, "%u entry. %s.", "%u entries. %s.", entries->len),
                                                        entries->len, chain));
  add_entries (self, entries);
  add_bookmarks (self);

  return TRUE;
}
