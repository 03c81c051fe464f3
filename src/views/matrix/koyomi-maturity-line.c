#include "koyomi-maturity-line.h"

#include "koyomi-day.h"
#include "koyomi-level-view.h"
#include "koyomi-text-fold.h"

struct _KoyomiMaturityLine
{
  GtkListBoxRow    parent_instance;

  GtkLabel        *name;
  GtkLabel        *detail;
  GtkLabel        *gap;
  KoyomiLevelView *levels;

  gint64           function;
  char            *folded;     /* what a search looks in */
};

G_DEFINE_FINAL_TYPE (KoyomiMaturityLine, koyomi_maturity_line, GTK_TYPE_LIST_BOX_ROW)

static void
koyomi_maturity_line_finalize (GObject *object)
{
  g_free (KOYOMI_MATURITY_LINE (object)->folded);

  G_OBJECT_CLASS (koyomi_maturity_line_parent_class)->finalize (object);
}

static void
koyomi_maturity_line_class_init (KoyomiMaturityLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_maturity_line_finalize;
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
koyomi_maturity_line_init (KoyomiMaturityLine *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_top (line, 4);
  gtk_widget_set_margin_bottom (line, 4);
  self->name = add_label (texts, NULL);
  self->detail = add_label (texts, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  self->levels = KOYOMI_LEVEL_VIEW (koyomi_level_view_new ());
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->levels));
  self->gap = add_label (line, "numeric");
  gtk_label_set_width_chars (self->gap, 3);
  gtk_label_set_xalign (self->gap, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

GtkWidget *
koyomi_maturity_line_new (void)
{
  return g_object_new (KOYOMI_TYPE_MATURITY_LINE, NULL);
}

/* Returns: (transfer full): a function with its code, if it has one */
char *
koyomi_maturity_line_name_function (KoyomiRecord *function)
{
  const char *code = koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE);

  return g_strjoin (*code != '\0' ? " " : "", code, koyomi_record_get_title (function), NULL);
}

/* Returns: (transfer none) (nullable): of both ways of doing it, what was found out last */
static KoyomiRecord *
find_newest (const KoyomiMaturityRow *row)
{
  KoyomiRecord *newest = NULL;

  for (guint i = 0; i < KOYOMI_N_EXECUTIONS; i++)
    {
      KoyomiRecord *record = row->modes[i].record;

      if (record != NULL && (newest == NULL || koyomi_record_get_day (record, KOYOMI_MATURITY_ASSESSED_DAY) >
                                                 koyomi_record_get_day (newest, KOYOMI_MATURITY_ASSESSED_DAY)))
        newest = record;
    }

  return newest;
}

/* Who has assessed it, and when. */
static char *
describe_assessment (const KoyomiMaturityRow *row,
                     KoyomiLanguage           language)
{
  KoyomiRecord *newest = find_newest (row);
  g_autofree char *day = NULL;
  const char *assessor;

  if (newest == NULL)
    return g_strdup (koyomi_tr (language, N_("Not assessed")));

  assessor = koyomi_record_get_text (newest, KOYOMI_MATURITY_ASSESSOR);
  day = koyomi_day_format (koyomi_record_get_day (newest, KOYOMI_MATURITY_ASSESSED_DAY));

  return g_strjoin (*assessor != '\0' ? "  " : "", day, assessor, NULL);
}

/* The levels in words. */
static char *
describe_levels (const KoyomiMaturityScore *score,
                 KoyomiLanguage             language)
{
  if (score->as_is == KOYOMI_LEVEL_NOT_DONE && score->to_be == KOYOMI_LEVEL_NOT_DONE)
    return g_strdup (koyomi_tr (language, N_("Decided not to do it")));

  if (!score->is_known && !score->has_goal)
    return g_strdup (koyomi_tr (language, N_("Level unknown")));

  if (score->gap == 0)
    return g_strdup_printf (koyomi_tr (language, N_("Level %d, no gap")), score->as_is);

  /* Translators: a level of maturity, the level that is the goal, and how far that lies above */
  return g_strdup_printf (koyomi_tr (language, N_("Level %d, goal %d, gap %d")), score->as_is, score->to_be, score->gap);
}

void
koyomi_maturity_line_show (KoyomiMaturityLine      *self,
                           const KoyomiMaturityRow *row,
                           KoyomiLanguage           language)
{
  g_autofree char *name = koyomi_maturity_line_name_function (row->function);
  g_autofree char *detail = describe_assessment (row, language);
  g_autofree char *levels = describe_levels (&row->score, language);
  g_autofree char *gap = row->score.gap > 0 ? g_strdup_printf ("+%d", row->score.gap) : g_strdup ("");
  g_autofree char *whole = g_strjoin (", ", name, levels, detail, NULL);
  gboolean is_unknown = !row->score.is_known && !row->score.has_goal;

  g_return_if_fail (KOYOMI_IS_MATURITY_LINE (self));

  self->function = koyomi_record_get_id (row->function);
  g_free (self->folded);
  self->folded = koyomi_text_fold (whole);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->gap, is_unknown ? "?" : gap);
  koyomi_level_view_show (self->levels, row->score.is_known ? row->score.as_is : 0, row->score.to_be * !is_unknown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->levels), levels);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

gint64
koyomi_maturity_line_get_function (KoyomiMaturityLine *self)
{
  return self->function;
}

/* @folded_query: by koyomi_text_fold() */
gboolean
koyomi_maturity_line_matches (KoyomiMaturityLine *self,
                              const char         *folded_query)
{
  return koyomi_text_matches (self->folded, folded_query);
}
