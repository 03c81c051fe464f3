#include "koyomi-metric-report-private.h"

static void
add_part (KoyomiMetricReport       *self,
          KoyomiDocumentTable      *table,
          const KoyomiMetricCourse *course,
          const KoyomiMetricPart   *part)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "part", table->rows->len);
  KoyomiUnit unit = koyomi_record_get_int (part->metric, KOYOMI_METRIC_UNIT);

  _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
  _koyomi_document_add_text (row, koyomi_record_get_text (part->metric, KOYOMI_METRIC_CODE));
  _koyomi_document_add_text (row, koyomi_record_get_title (part->metric));
  _koyomi_document_take_text (row, koyomi_metric_format_value (part->value, unit, self->language));
  _koyomi_document_take_status (row, part->status, g_strdup (koyomi_metric_status_get_label (part->status, self->language)));
  _koyomi_document_add_number (row, part->weight);
  _koyomi_metric_report_add_value (self, row, course, part->points);
  _koyomi_metric_report_add_value (self, row, course, part->share);
}

/* The sum is the score as the plan now stands, or says why there is none. */
static gboolean
add_score (KoyomiMetricReport        *self,
           KoyomiDocumentTable       *table,
           const KoyomiMetricCourse  *course,
           GError                   **error)
{
  const KoyomiMetricFigure *figure = &_koyomi_metric_course_get_last (course)->figure;
  g_autoptr(GArray) parts = koyomi_metric_book_list_parts (self->book, course->metric, self->first_day, self->last_day, error);
  KoyomiDocumentRow *row;
  double whole = 0;

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      add_part (self, table, course, &g_array_index (parts, KoyomiMetricPart, i));
      whole += g_array_index (parts, KoyomiMetricPart, i).weight;
    }

  row = _koyomi_document_add_row (table, "score", koyomi_record_get_id (course->metric));
  _koyomi_document_add_label (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_label (row, koyomi_record_get_title (course->metric));
  _koyomi_document_add_text (row, "");
  _koyomi_document_take_text (row, koyomi_metric_figure_explain_score (figure, self->language));
  _koyomi_document_add_text (row, "");
  _koyomi_document_add_text (row, "");
  _koyomi_document_add_number (row, whole);
  _koyomi_document_add_text (row, "");
  _koyomi_metric_report_add_value (self, row, course, figure->value);

  return TRUE;
}

/* How the composite scores come about; no sheet where the plan has none. */
gboolean
_koyomi_metric_report_add_scores (KoyomiMetricReport  *self,
                                  GError             **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Code"), 2 }, { N_("Score"), 4 }, { N_("Code of the part"), 2 }, { N_("Part"), 6 }, { N_("Value"), 3 }, { N_("Status"), 3 },
    { N_("Weight"), 2 }, { N_("Points"), 2 }, { N_("Share"), 2 },
  };

  KoyomiDocumentTable *table = NULL;

  for (guint i = 0; i < self->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);

      if (!koyomi_metric_is_composite (course->metric))
        continue;

      if (table == NULL)
        {
          _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Composite scores")));
          table = _koyomi_metric_report_add_table (self, N_("Weights and parts of the composite scores"));
          table->has_pages = TRUE;
          table->note = g_strdup (koyomi_tr (self->language, N_("100 points where the target is met, 50 at the warning level, 0 as far again beyond it. "
                                                                "A score is told only when all of its parts are up to date.")));
          _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
        }
      if (!add_score (self, table, course, error))
        return FALSE;
    }

  return TRUE;
}
