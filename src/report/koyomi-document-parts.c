#include "koyomi-document-parts-private.h"

#include "koyomi-day.h"
#include "koyomi-narrative.h"

static gboolean
find_text (KoyomiDocument              *self,
           const KoyomiNarrativePlace  *place,
           char                       **text,
           GError                     **error)
{
  g_autoptr(KoyomiRecord) narrative = NULL;

  if (!koyomi_session_find_narrative (self->session, place, self->language, &narrative, error))
    return FALSE;

  *text = g_strdup (narrative != NULL ? koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_TEXT) : "");

  return TRUE;
}

/**
 * _koyomi_document_add_comments:
 * @report: whose narratives it tells
 * @day: the first one of the period
 * @before_day: of the period before
 * @silent: (element-type utf8): takes the name of a section of which nobody has written, borrowed
 *
 * What was written of a section, and beside it what had been written of the period before, if anything.
 */
gboolean
_koyomi_document_add_comments (KoyomiDocument          *self,
                               const char              *report,
                               const KoyomiReportPart  *part,
                               guint32                  day,
                               guint32                  before_day,
                               GPtrArray               *silent,
                               GError                 **error)
{
  static const KoyomiDocumentColumn columns[][2] = {
    { { N_("Comment"), 24 } }, { { N_("Comment"), 12 }, { N_("Comment of the last time"), 12 } },
  };

  const KoyomiNarrativePlace place = { report, part->id, day };
  const KoyomiNarrativePlace before_place = { report, part->id, before_day };
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;
  KoyomiDocumentTable *table;
  KoyomiDocumentRow *row;

  if (!find_text (self, &place, &now, error) || !find_text (self, &before_place, &before, error))
    return FALSE;

  if (*now == '\0')
    g_ptr_array_add (silent, (gpointer) koyomi_tr (self->language, part->title));
  if (*now == '\0' && *before == '\0')
    return TRUE;

  table = _koyomi_document_add_table (self, "");
  _koyomi_document_add_columns (self, table, columns[*before != '\0'], *before != '\0' ? 2 : 1);
  row = _koyomi_document_add_row (table, "narrative", 0);
  _koyomi_document_add_text (row, now);
  if (*before != '\0')
    _koyomi_document_add_text (row, before);

  return TRUE;
}

/* Returns: (transfer full): the texts in a row */
char *
_koyomi_document_join (const KoyomiDocument *self,
                       GPtrArray            *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : self->language == KOYOMI_LANGUAGE_JA ? "、" : ", ",
                            (const char *) g_ptr_array_index (texts, i));

  return g_string_free (text, FALSE);
}

/* @sections: (element-type utf8): of which nobody has written; that is as much a gap as a missing value */
void
_koyomi_document_add_silent (KoyomiDocument *self,
                             GPtrArray      *sections)
{
  KoyomiDocumentTable *table = _koyomi_document_add_table (self, koyomi_tr (self->language, N_("Sections without a comment")));

  table->empty = g_strdup (koyomi_tr (self->language, N_("Nothing to report.")));
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Section")), 24);
  if (sections->len > 0)
    _koyomi_document_take_text (_koyomi_document_add_row (table, "sections", 0), _koyomi_document_join (self, sections));
}

/* To a table of labels and what stands beside them. @label: English; @text: (nullable) */
void
_koyomi_document_add_fact (KoyomiDocument      *self,
                           KoyomiDocumentTable *table,
                           const char          *label,
                           const char          *text)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, label, 0);

  _koyomi_document_add_label (row, koyomi_tr (self->language, label));
  _koyomi_document_add_text (row, text);
}

/* @text: (transfer full) */
void
_koyomi_document_take_fact (KoyomiDocument      *self,
                            KoyomiDocumentTable *table,
                            const char          *label,
                            char                *text)
{
  _koyomi_document_add_fact (self, table, label, text);
  g_free (text);
}

/* By which it is filed, and found again in the plan. */
KoyomiDocumentTable *
_koyomi_document_add_about (KoyomiDocument *self)
{
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self, koyomi_tr (self->language, N_("About")));
  table = _koyomi_document_add_table (self, koyomi_tr (self->language, N_("About this document")));
  _koyomi_document_add_column (table, NULL, 6);
  _koyomi_document_add_column (table, NULL, 18);
  _koyomi_document_add_fact (self, table, N_("Document No."), self->number);
  _koyomi_document_add_fact (self, table, N_("Document"), self->title);
  _koyomi_document_add_fact (self, table, N_("Period"), self->subject);
  _koyomi_document_add_fact (self, table, N_("Organisation"), self->facts->organisation);
  _koyomi_document_add_fact (self, table, N_("Classification"), self->facts->classification);
  _koyomi_document_add_fact (self, table, N_("Plan as of"), self->facts->as_of);
  _koyomi_document_take_fact (self, table, N_("Change log No."), g_strdup_printf ("%" G_GINT64_FORMAT, self->head->seq));
  _koyomi_document_add_fact (self, table, N_("Hash of the change log"), self->facts->journal_head);
  _koyomi_document_add_fact (self, table, N_("Made with"), "Koyomi " KOYOMI_VERSION);

  return table;
}
