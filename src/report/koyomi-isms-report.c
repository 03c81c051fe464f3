#include "koyomi-isms-report-private.h"

#include "koyomi-day.h"
#include "koyomi-document-parts-private.h"
#include "koyomi-plan-facts-load.h"

void
_koyomi_isms_report_clear (KoyomiIsmsReport *self)
{
  g_clear_pointer (&self->facts, koyomi_plan_facts_free);
  g_clear_pointer (&self->document, _koyomi_document_free);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->silent, g_ptr_array_unref);
}

gboolean
_koyomi_isms_report_has_day (const KoyomiIsmsReport *self,
                             guint32                 day)
{
  return day >= self->first_day && day <= self->last_day;
}

static void
set_titles (KoyomiIsmsReport *self)
{
  KoyomiDocument *document = self->document;
  g_autofree char *year = koyomi_fiscal_year_format (self->year, self->language);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (self->year, self->quarter, self->language);
  g_autofree char *first = koyomi_day_format (self->first_day);
  g_autofree char *last = koyomi_day_format (self->last_day);

  document->title = g_strdup (koyomi_tr (self->language, self->kind->title));
  document->period = g_strjoin (" ", year, quarter, NULL);
  document->subject = g_strdup_printf (koyomi_tr (self->language, N_("%s (%s to %s)")), document->period, first, last);
  g_free (document->number);
  document->number = g_strdup_printf ("%s-%04dQ%d", self->kind->prefix, self->year.year, self->quarter);
  document->is_landscape = TRUE;
  document->has_approvals = TRUE;
}

static gboolean
add_comments (KoyomiIsmsReport  *self,
              guint              part,
              GError           **error)
{
  return _koyomi_document_add_comments (self->document, self->kind->id, &self->kind->parts[part], self->first_day, self->before_first, self->silent,
                                        error);
}

/* Reads the plan as it stands at the moment that is shown, and begins the first sheet. */
gboolean
_koyomi_isms_report_init (KoyomiIsmsReport            *self,
                          const KoyomiIsmsReportKind  *kind,
                          KoyomiSession               *session,
                          const KoyomiReportOptions   *options,
                          GError                     **error)
{
  self->kind = kind;
  self->session = session;
  self->language = options->language;
  self->year = options->year;
  self->quarter = options->quarter;
  self->first_day = koyomi_fiscal_year_get_month_first (options->year, (options->quarter - 1) * 3);
  self->last_day = koyomi_day_add_months (self->first_day, 3) - 1;
  self->before_first = koyomi_day_add_months (self->first_day, -3);
  self->today = koyomi_time_get_day (options->now);
  self->told = g_ptr_array_new ();
  self->silent = g_ptr_array_new ();
  if ((self->document = _koyomi_document_new (session, self->first_day, self->language, error)) == NULL ||
      (self->facts = koyomi_session_load_plan_facts (session, self->today, self->language, error)) == NULL)
    return FALSE;

  set_titles (self);
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, kind->parts[0].title));
  self->summary = _koyomi_document_add_text_section (self->document, koyomi_tr (self->language, N_("In short")), "");

  return add_comments (self, 0, error);
}

/* A sheet for a section. @told: (out): whose text is to be set, in a sentence or two */
gboolean
_koyomi_isms_report_begin (KoyomiIsmsReport     *self,
                           guint                 part,
                           KoyomiDocumentTable **told,
                           GError              **error)
{
  const char *title = koyomi_tr (self->language, self->kind->parts[part].title);

  _koyomi_document_add_sheet (self->document, title);
  *told = _koyomi_document_add_text_section (self->document, title, "");
  g_ptr_array_add (self->told, *told);

  return add_comments (self, part, error);
}

/* @text: (transfer full) */
void
_koyomi_isms_report_take_told (KoyomiDocumentTable *told,
                               char                *text)
{
  g_free (told->text);
  told->text = text;
}

/* @title, @empty: English, as are the labels of the columns */
KoyomiDocumentTable *
_koyomi_isms_report_add_table (KoyomiIsmsReport           *self,
                               const char                 *title,
                               const KoyomiDocumentColumn *columns,
                               guint                       n_columns,
                               const char                 *empty)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, koyomi_tr (self->language, title));

  table->empty = g_strdup (koyomi_tr (self->language, empty));
  _koyomi_document_add_columns (self->document, table, columns, n_columns);

  return table;
}

/* On a sheet of its own, to filter. It stands on pages as well. */
KoyomiDocumentTable *
_koyomi_isms_report_add_list (KoyomiIsmsReport           *self,
                              const char                 *title,
                              const KoyomiDocumentColumn *columns,
                              guint                       n_columns,
                              const char                 *empty)
{
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, title));
  table = _koyomi_isms_report_add_table (self, title, columns, n_columns, empty);
  table->is_list = TRUE;
  table->has_pages = TRUE;
  table->n_names = 2;

  return table;
}

/* Of labels and what stands beside them. @title: as people read it */
KoyomiDocumentTable *
_koyomi_isms_report_add_facts (KoyomiIsmsReport *self,
                               const char       *title)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->document, title);

  _koyomi_document_add_column (table, NULL, 5);
  _koyomi_document_add_column (table, NULL, 19);

  return table;
}

/* What there is to know before one believes the document: first how much, then each. Returns: for how much */
KoyomiDocumentTable *
_koyomi_isms_report_begin_quality (KoyomiIsmsReport *self)
{
  static const KoyomiDocumentColumn columns[] = { { N_("What"), 12 }, { N_("How many"), 3 } };

  KoyomiDocumentTable *counts;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Data quality")));
  counts = _koyomi_isms_report_add_table (self, N_("Data quality"), columns, G_N_ELEMENTS (columns), N_("Nothing to report."));
  _koyomi_document_add_silent (self->document, self->silent);
  _koyomi_isms_report_add_quality (self, counts, N_("Sections without a comment"), self->silent->len);

  return counts;
}

void
_koyomi_isms_report_add_quality (KoyomiIsmsReport    *self,
                                 KoyomiDocumentTable *counts,
                                 const char          *title,
                                 guint                n)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (counts, title, 0);

  _koyomi_document_add_label (row, koyomi_tr (self->language, title));
  _koyomi_document_add_number (row, n);
}

/* A list of rows that lack something. */
KoyomiDocumentTable *
_koyomi_isms_report_add_lacks (KoyomiIsmsReport *self,
                               const char       *title)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Number"), 3 }, { N_("Title"), 9 }, { N_("Note"), 12 } };

  return _koyomi_isms_report_add_table (self, title, columns, G_N_ELEMENTS (columns), N_("Nothing to report."));
}

/* @text: what it lacks */
void
_koyomi_isms_report_add_lack (KoyomiDocumentTable *table,
                              KoyomiRecord        *record,
                              const char          *number,
                              const char          *text)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, text, koyomi_record_get_id (record));

  _koyomi_document_add_text (row, number);
  _koyomi_document_add_text (row, koyomi_record_get_title (record));
  _koyomi_document_add_text (row, text);
}

/* The summary has what each section comes to. Returns: (transfer full): the document */
KoyomiDocument *
_koyomi_isms_report_finish (KoyomiIsmsReport *self)
{
  GString *text = g_string_new (NULL);

  _koyomi_document_hide_empty (self->document);
  for (guint i = 0; i < self->told->len; i++)
    {
      const KoyomiDocumentTable *told = g_ptr_array_index (self->told, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", told->title, told->text);
    }
  _koyomi_isms_report_take_told (self->summary, g_string_free (text, FALSE));
  _koyomi_document_add_about (self->document);

  return g_steal_pointer (&self->document);
}
