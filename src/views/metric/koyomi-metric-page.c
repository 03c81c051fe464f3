#include "koyomi-metric-page.h"

#include "koyomi-day.h"
#include "koyomi-figure-view.h"
#include "koyomi-focus.h"
#include "koyomi-metric-about.h"
#include "koyomi-metric-edit.h"
#include "koyomi-metric-rows-window.h"
#include "koyomi-row-table.h"
#include "koyomi-text-field.h"
#include "koyomi-ui.h"

#include <math.h>

enum
{
  COLUMN_TIME,
  COLUMN_VALUE,
  COLUMN_STATUS,
  COLUMN_CHANGE,
  COLUMN_TARGET,
  COLUMN_WARNING,
  COLUMN_RESTATED,
  N_COLUMNS
};

enum
{
  PART_COLUMN_NAME,
  PART_COLUMN_WEIGHT,
  PART_COLUMN_VALUE,
  PART_COLUMN_STATUS,
  PART_COLUMN_POINTS,
  PART_COLUMN_SHARE,
  N_PART_COLUMNS
};

/* Lines that the tables show at least. */
#define TABLE_HEIGHT 330
#define PARTS_HEIGHT 220
#define CHART_HEIGHT 240

struct _KoyomiMetricPage
{
  GtkWidget          parent_instance;

  KoyomiMetricSheet *sheet;
  GtkWidget         *scroller;
  GtkLabel          *title;
  GtkWidget         *value_button;
  GtkLabel          *value;
  GtkLabel          *status;
  GtkLabel          *change;
  GtkLabel          *closed;
  GtkWidget         *chart_place;
  GtkWidget         *parts;
  GtkLabel          *parts_remark;
  GtkWidget         *parts_place;
  GtkWidget         *table_place;
  GtkWidget         *comment_place;
  GtkLabel          *comments;
  GtkWidget         *definition_place;

  KoyomiFigureView  *chart;
  KoyomiRowTable    *part_table;
  KoyomiRowTable    *table;
  KoyomiTextField   *comment;
  GtkWidget         *definition;
  gint64             metric;         /* 0 for none yet */
  gint64             commented;      /* the metric and the quarter that the comment is of */
  KoyomiFiscalYear   year;
  int                quarter;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMetricPage, scroller),
  KOYOMI_UI_CHILD (KoyomiMetricPage, title),
  KOYOMI_UI_CHILD (KoyomiMetricPage, value_button),
  KOYOMI_UI_CHILD (KoyomiMetricPage, value),
  KOYOMI_UI_CHILD (KoyomiMetricPage, status),
  KOYOMI_UI_CHILD (KoyomiMetricPage, change),
  KOYOMI_UI_CHILD (KoyomiMetricPage, closed),
  KOYOMI_UI_CHILD (KoyomiMetricPage, chart_place),
  KOYOMI_UI_CHILD (KoyomiMetricPage, parts),
  KOYOMI_UI_CHILD (KoyomiMetricPage, parts_remark),
  KOYOMI_UI_CHILD (KoyomiMetricPage, parts_place),
  KOYOMI_UI_CHILD (KoyomiMetricPage, table_place),
  KOYOMI_UI_CHILD (KoyomiMetricPage, comment_place),
  KOYOMI_UI_CHILD (KoyomiMetricPage, comments),
  KOYOMI_UI_CHILD (KoyomiMetricPage, definition_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMetricPage, koyomi_metric_page, GTK_TYPE_WIDGET)

static KoyomiWorkspace *
get_workspace (KoyomiMetricPage *self)
{
  return koyomi_metric_sheet_get_workspace (self->sheet);
}

static KoyomiLanguage
get_language (KoyomiMetricPage *self)
{
  return koyomi_workspace_get_language (get_workspace (self));
}

static const char *
tr (KoyomiMetricPage *self,
    const char       *text)
{
  return koyomi_workspace_tr (get_workspace (self), text);
}

static const KoyomiMetricPoint *
get_point (const KoyomiMetricLine *line,
           guint                   index)
{
  return &g_array_index (line->points, KoyomiMetricPoint, index);
}

static void
show_status (KoyomiMetricPage   *self,
             KoyomiMetricStatus  status)
{
  static const char * const classes[KOYOMI_N_METRIC_STATUSES] = {
    [KOYOMI_METRIC_ON_TARGET] = "koyomi-good",
    [KOYOMI_METRIC_AT_RISK] = "koyomi-warned",
    [KOYOMI_METRIC_OFF_TARGET] = "koyomi-bad",
  };
  g_autofree char *text = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (status),
                                           koyomi_metric_status_get_label (status, get_language (self)));

  gtk_label_set_label (self->status, text);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (classes[i] != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self->status), classes[i]);
  if (classes[status] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), classes[status]);
}

/* Of a closed quarter both: what was closed, and what it would be now. */
static void
show_closed (KoyomiMetricPage       *self,
             const KoyomiMetricLine *line)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *now = koyomi_metric_line_format (line, line->result->figure.value, language);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->closed), line->result->close != NULL);
  if (line->result->close == NULL)
    return;

  if (line->result->is_restated)
    /* Translators: what the value of a closed quarter would be as the plan now stands */
    text = g_strdup_printf (koyomi_tr (language, N_("Closed with this value; as the plan now stands it would be %s")), now);
  else
    text = g_strdup (koyomi_tr (language, N_("Closed with this value; nothing has changed since")));
  gtk_label_set_label (self->closed, text);
}

static void
show_head (KoyomiMetricPage       *self,
           const KoyomiMetricLine *line)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *value = koyomi_metric_line_format (line, line->result->value, language);
  g_autofree char *change = koyomi_metric_line_format_change (line, language);
  g_autofree char *year = koyomi_fiscal_year_format (line->result->year, language);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (line->result->year, line->result->quarter, language);
  g_autofree char *when = g_strconcat (year, " ", quarter, *change != '\0' ? " · " : "", change, NULL);
  /* Translators: the name of the button that the large number of a metric is */
  g_autofree char *name = g_strdup_printf (koyomi_tr (language, N_("%s: rows behind the number")), value);

  gtk_label_set_label (self->title, koyomi_record_get_title (line->result->metric));
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->change, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_status (self, line->result->status);
  show_closed (self, line);
}

static char *
format_limit (const KoyomiMetricLine *line,
              double                  low,
              double                  high,
              KoyomiLanguage          language)
{
  g_autofree char *first = koyomi_metric_line_format (line, low, language);
  g_autofree char *last = koyomi_metric_line_format (line, high, language);

  return isnan (low) ? g_steal_pointer (&last) : g_strdup_printf ("%s – %s", first, last);
}

static char *
format_step (const KoyomiMetricLine *line,
             guint                   index,
             KoyomiLanguage          language)
{
  double change = index > 0 ? get_point (line, index)->value - get_point (line, index - 1)->value : NAN;
  g_autofree char *number = koyomi_metric_line_format (line, fabs (change), language);

  return isnan (change) ? g_strdup ("") : g_strdup_printf ("%s %s", change > 0 ? "▲" : change < 0 ? "▼" : "→", number);
}

static GStrv
make_cells (KoyomiMetricPage       *self,
            const KoyomiMetricLine *line,
            guint                   index)
{
  KoyomiLanguage language = get_language (self);
  const KoyomiMetricPoint *point = get_point (line, index);
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_TIME] = koyomi_metric_line_name_point (line, index, language);
  cells[COLUMN_VALUE] = koyomi_metric_line_format (line, point->value, language);
  cells[COLUMN_STATUS] = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (point->status),
                                          koyomi_metric_status_get_label (point->status, language));
  cells[COLUMN_CHANGE] = format_step (line, index, language);
  cells[COLUMN_TARGET] = format_limit (line, point->limits.target_low, point->limits.target, language);
  cells[COLUMN_WARNING] = format_limit (line, point->limits.warning_low, point->limits.warning, language);
  cells[COLUMN_RESTATED] = isnan (point->restated) ? g_strdup ("") : koyomi_metric_line_format (line, point->restated, language);

  return cells;
}

static void
show_table (KoyomiMetricPage       *self,
            const KoyomiMetricLine *line)
{
  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < line->points->len; i++)
    koyomi_row_table_take_row (self->table, make_cells (self, line, i));
  koyomi_row_table_show (self->table);
}

static GStrv
make_part_cells (const KoyomiMetricPart *part,
                 KoyomiLanguage          language)
{
  GStrv cells = g_new0 (char *, N_PART_COLUMNS + 1);

  cells[PART_COLUMN_NAME] = g_strdup (koyomi_record_get_title (part->metric));
  cells[PART_COLUMN_WEIGHT] = g_strdup_printf ("%d", part->weight);
  cells[PART_COLUMN_VALUE] = koyomi_metric_format_value (part->value, koyomi_record_get_int (part->metric, KOYOMI_METRIC_UNIT), language);
  cells[PART_COLUMN_STATUS] = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (part->status),
                                               koyomi_metric_status_get_label (part->status, language));
  cells[PART_COLUMN_POINTS] = koyomi_metric_format_value (part->points, KOYOMI_UNIT_POINTS, language);
  cells[PART_COLUMN_SHARE] = koyomi_metric_format_value (part->share, KOYOMI_UNIT_POINTS, language);

  return cells;
}

/* Of a composite score, which says here why it is not told. */
static void
show_parts (KoyomiMetricPage       *self,
            const KoyomiMetricLine *line)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *remark = NULL;

  gtk_widget_set_visible (self->parts, line->parts != NULL);
  if (line->parts == NULL)
    return;

  remark = koyomi_metric_figure_explain_score (&line->result->figure, language);
  gtk_label_set_label (self->parts_remark, remark);
  koyomi_row_table_clear (self->part_table);
  for (guint i = 0; i < line->parts->len; i++)
    koyomi_row_table_take_row (self->part_table, make_part_cells (&g_array_index (line->parts, KoyomiMetricPart, i), language));
  koyomi_row_table_show (self->part_table);
}

/* The last one of a quarter is in the field; those of other quarters and the earlier ones stand below it. */
static char *
list_comments (KoyomiMetricPage       *self,
               const KoyomiMetricLine *line)
{
  KoyomiSession *session = koyomi_workspace_get_session (get_workspace (self));
  KoyomiLanguage language = get_language (self);
  g_autoptr(GPtrArray) comments = koyomi_session_list (session, KOYOMI_TABLE_METRIC_COMMENT, KOYOMI_METRIC_COMMENT_METRIC, self->metric,
                                                       language, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = comments != NULL ? comments->len : 0; i > 0; i--)
    {
      KoyomiRecord *comment = g_ptr_array_index (comments, i - 1);
      guint32 day = koyomi_record_get_day (comment, KOYOMI_METRIC_COMMENT_QUARTER_DAY);
      KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, day);
      g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
      g_autofree char *quarter = koyomi_fiscal_year_format_quarter (year, koyomi_fiscal_year_get_quarter (year, day), language);
      const char *words = koyomi_record_get_text (comment, KOYOMI_METRIC_COMMENT_TEXT);
      const char *author = koyomi_record_get_text (comment, KOYOMI_METRIC_COMMENT_AUTHOR);

      if (*words == '\0' || (line->result->comment != NULL && koyomi_record_get_id (line->result->comment) == koyomi_record_get_id (comment)))
        continue;

      g_string_append_printf (text, "%s%s %s%s%s: %s", text->len > 0 ? "\n" : "", year_name, quarter, *author != '\0' ? " · " : "", author, words);
    }

  return g_string_free (text, FALSE);
}

static void
show_comments (KoyomiMetricPage       *self,
               const KoyomiMetricLine *line)
{
  g_autofree char *earlier = list_comments (self, line);

  self->commented = self->metric;
  self->year = line->result->year;
  self->quarter = line->result->quarter;
  koyomi_text_field_show (self->comment, line->result->comment != NULL
                          ? koyomi_record_get_text (line->result->comment, KOYOMI_METRIC_COMMENT_TEXT) : "");
  gtk_label_set_label (self->comments, earlier);
  gtk_widget_set_visible (GTK_WIDGET (self->comments), *earlier != '\0');
}

static void
refresh (KoyomiMetricPage *self)
{
  KoyomiMetricLine *line = koyomi_metric_sheet_find (self->sheet, self->metric);

  if (line == NULL)
    return;

  show_head (self, line);
  koyomi_figure_view_take (self->chart, koyomi_metric_line_create_plot (line, get_language (self)));
  show_parts (self, line);
  show_table (self, line);
  show_comments (self, line);
  koyomi_metric_about_show (KOYOMI_METRIC_ABOUT (self->definition), line->result->metric);
}

static void
present_rows (KoyomiMetricPage *self,
              guint32           first_day,
              guint32           last_day)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "metric.rows", "(xuu)", self->metric, first_day, last_day);
}

static void
point_cb (KoyomiMetricPage *self,
          guint             series,
          guint             column)
{
  KoyomiMetricLine *line = koyomi_metric_sheet_find (self->sheet, self->metric);

  if (line != NULL && column < line->points->len)
    present_rows (self, get_point (line, column)->first_day, get_point (line, column)->last_day);
}

static void
row_cb (KoyomiMetricPage *self)
{
  point_cb (self, 0, koyomi_row_table_get_chosen (self->table));
}

static void
part_cb (KoyomiMetricPage *self)
{
  KoyomiMetricLine *line = koyomi_metric_sheet_find (self->sheet, self->metric);
  int chosen = koyomi_row_table_get_chosen (self->part_table);

  if (line != NULL && line->parts != NULL && chosen >= 0 && (guint) chosen < line->parts->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "metric.open", "x",
                                koyomi_record_get_id (g_array_index (line->parts, KoyomiMetricPart, chosen).metric));
}

static gboolean
comment_cb (KoyomiMetricPage *self,
            const char       *text)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_session_comment_metric (koyomi_workspace_get_session (get_workspace (self)), self->commented, self->year, self->quarter, text,
                                     get_language (self), &error))
    return TRUE;

  koyomi_workspace_fail (get_workspace (self), tr (self, N_("The comment was not saved")), error);

  return FALSE;
}

static gboolean
koyomi_metric_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KOYOMI_METRIC_PAGE (widget)->value_button);
}

static void
koyomi_metric_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_METRIC_PAGE (object)->sheet);

  G_OBJECT_CLASS (koyomi_metric_page_parent_class)->dispose (object);
}

static void
koyomi_metric_page_class_init (KoyomiMetricPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_metric_page_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_metric_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_metric_page_init (KoyomiMetricPage *self)
{
}

static void
make_table (KoyomiMetricPage *self)
{
  static const char * const headings[N_COLUMNS] = { N_("Time"), N_("Value"), N_("Status"), N_("Change"), N_("Target"), N_("Warning"),
                                                    N_("As it now stands") };

  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (tr (self, N_("Values of the KPI"))));
  for (guint i = 0; i < N_COLUMNS; i++)
    koyomi_row_table_add_column (self->table, tr (self, headings[i]), i != COLUMN_TIME && i != COLUMN_STATUS);
  gtk_widget_set_size_request (GTK_WIDGET (self->table), -1, TABLE_HEIGHT);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->table_place), GTK_WIDGET (self->table));
}

static void
make_part_table (KoyomiMetricPage *self)
{
  static const char * const headings[N_PART_COLUMNS] = { N_("Part"), N_("Weight"), N_("Value"), N_("Status"), N_("Points"), N_("Share") };

  self->part_table = KOYOMI_ROW_TABLE (koyomi_row_table_new (tr (self, N_("Parts of the score"))));
  for (guint i = 0; i < N_PART_COLUMNS; i++)
    koyomi_row_table_add_column (self->part_table, tr (self, headings[i]), i != PART_COLUMN_NAME && i != PART_COLUMN_STATUS);
  gtk_widget_set_size_request (GTK_WIDGET (self->part_table), -1, PARTS_HEIGHT);
  g_signal_connect_object (self->part_table, "activated", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->parts_place), GTK_WIDGET (self->part_table));
}

static void
make_comment (KoyomiMetricPage *self)
{
  self->comment = KOYOMI_TEXT_FIELD (koyomi_text_field_new_multi_line (tr (self, N_("_Comment on the quarter"))));
  gtk_widget_set_sensitive (GTK_WIDGET (self->comment), koyomi_workspace_can_edit (get_workspace (self)));
  g_signal_connect_object (self->comment, "commit", G_CALLBACK (comment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "flush", G_CALLBACK (koyomi_text_field_commit), self->comment, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->comment_place), GTK_WIDGET (self->comment));
}

GtkWidget *
koyomi_metric_page_new (KoyomiMetricSheet *sheet)
{
  KoyomiMetricPage *self = g_object_new (KOYOMI_TYPE_METRIC_PAGE, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_METRIC_PAGE, "koyomi-metric-page", get_language (self), children);
  self->chart = KOYOMI_FIGURE_VIEW (koyomi_figure_view_new (get_workspace (self), tr (self, N_("Chart of the KPI"))));
  koyomi_figure_view_set_least (self->chart, 260, CHART_HEIGHT);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (point_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chart_place), GTK_WIDGET (self->chart));
  make_part_table (self);
  make_table (self);
  make_comment (self);
  self->definition = koyomi_metric_about_new (get_workspace (self));
  gtk_box_append (GTK_BOX (self->definition_place), self->definition);
  g_signal_connect_object (self->value_button, "clicked", G_CALLBACK (koyomi_metric_page_show_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
koyomi_metric_page_set_metric (KoyomiMetricPage *self,
                               gint64            metric)
{
  g_return_if_fail (KOYOMI_IS_METRIC_PAGE (self));

  self->metric = metric;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  refresh (self);
}

/* Returns: 0 for none yet */
gint64
koyomi_metric_page_get_metric (KoyomiMetricPage *self)
{
  return self->metric;
}

/* Those behind the number of the quarter. */
void
koyomi_metric_page_show_rows (KoyomiMetricPage *self)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (koyomi_metric_sheet_get_year (self->sheet),
                                                          (koyomi_metric_sheet_get_quarter (self->sheet) - 1) * 3);

  present_rows (self, first_day, koyomi_day_add_months (first_day, 3) - 1);
}
