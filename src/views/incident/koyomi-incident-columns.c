#include "koyomi-incident-columns.h"

#include "koyomi-day.h"
#include "koyomi-incident-face.h"
#include "koyomi-incident-row.h"
#include "koyomi-severity.h"

#define ROW_KEY "koyomi-incident-row"

typedef char *(*FormatFunc)  (const KoyomiIncidentCard *card,
                              KoyomiIncidentSheet      *sheet);
typedef int   (*CompareFunc) (const KoyomiIncidentCard *a,
                              const KoyomiIncidentCard *b);

typedef struct
{
  const char  *title;     /* in English, for koyomi_tr() */
  FormatFunc   format;
  CompareFunc  compare;
  int          width;     /* 0 takes the rest */
} Column;

/* A column of one table. */
typedef struct
{
  const Column        *column;
  KoyomiIncidentSheet *sheet;    /* not owned: it lives as long as the table */
} Filling;

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a < b ? -1 : a > b;
}

static char *
format_number (const KoyomiIncidentCard *card,
               KoyomiIncidentSheet      *sheet)
{
  return g_strdup (card->number);
}

static int
compare_number (const KoyomiIncidentCard *a,
                const KoyomiIncidentCard *b)
{
  return g_strcmp0 (a->number, b->number);
}

static char *
format_title (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return g_strdup (card->title);
}

static int
compare_title (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return g_utf8_collate (a->title, b->title);
}

static char *
format_severity (const KoyomiIncidentCard *card,
                 KoyomiIncidentSheet      *sheet)
{
  return g_strdup_printf ("%s %s", koyomi_incident_style_get_glyph (card->severity),
                          koyomi_severity_get_label (card->severity, koyomi_incident_sheet_get_language (sheet)));
}

static int
compare_severity (const KoyomiIncidentCard *a,
                  const KoyomiIncidentCard *b)
{
  return compare_numbers (a->severity, b->severity);
}

static char *
format_state (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return g_strdup (koyomi_incident_state_get_label (card->state, koyomi_incident_sheet_get_language (sheet)));
}

static int
compare_state (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return compare_numbers (a->state, b->state);
}

static char *
format_kind (const KoyomiIncidentCard *card,
             KoyomiIncidentSheet      *sheet)
{
  return g_strdup (koyomi_incident_kind_get_label (card->kind, koyomi_incident_sheet_get_language (sheet)));
}

static int
compare_kind (const KoyomiIncidentCard *a,
              const KoyomiIncidentCard *b)
{
  return compare_numbers (a->kind, b->kind);
}

static char *
format_class (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return g_strdup (koyomi_incident_class_get_label (card->class, koyomi_incident_sheet_get_language (sheet)));
}

static int
compare_class (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return g_strcmp0 (a->class, b->class);
}

static char *
format_team (const KoyomiIncidentCard *card,
             KoyomiIncidentSheet      *sheet)
{
  return g_strdup (card->team);
}

static int
compare_team (const KoyomiIncidentCard *a,
              const KoyomiIncidentCard *b)
{
  return g_utf8_collate (a->team, b->team);
}

static char *
format_lead (const KoyomiIncidentCard *card,
             KoyomiIncidentSheet      *sheet)
{
  return g_strdup (card->lead);
}

static int
compare_lead (const KoyomiIncidentCard *a,
              const KoyomiIncidentCard *b)
{
  return g_utf8_collate (a->lead, b->lead);
}

static char *
format_clock (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return koyomi_incident_describe_clock (card, koyomi_incident_sheet_get_now (sheet), koyomi_incident_sheet_get_language (sheet));
}

/* Those without a limit come last. */
static int
compare_clock (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return compare_numbers (a->clock_due != 0 ? a->clock_due : G_MAXINT64, b->clock_due != 0 ? b->clock_due : G_MAXINT64);
}

static char *
format_tasks (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return card->n_tasks > 0 ? g_strdup_printf ("%u/%u", card->n_done, card->n_tasks) : g_strdup ("");
}

static int
compare_tasks (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return compare_numbers (a->n_tasks - a->n_done, b->n_tasks - b->n_done);
}

static char *
format_since (const KoyomiIncidentCard *card,
              KoyomiIncidentSheet      *sheet)
{
  return koyomi_time_format_local (card->since);
}

static int
compare_since (const KoyomiIncidentCard *a,
               const KoyomiIncidentCard *b)
{
  return compare_numbers (a->since, b->since);
}

static const Column columns[] = {
  { N_("Number"), format_number, compare_number, 88 },
  { N_("Title"), format_title, compare_title, 0 },
  { N_("Severity"), format_severity, compare_severity, 116 },
  { N_("State"), format_state, compare_state, 96 },
  { N_("Next report"), format_clock, compare_clock, 176 },
  { N_("Team"), format_team, compare_team, 112 },
  { N_("Lead"), format_lead, compare_lead, 100 },
  { N_("Incident tasks"), format_tasks, compare_tasks, 64 },
  { N_("Detected"), format_since, compare_since, 128 },
  { N_("Kind"), format_kind, compare_kind, 88 },
  { N_("Class"), format_class, compare_class, 140 },
};

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Filling                  *filling)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const KoyomiIncidentCard *card = koyomi_incident_row_get_card (gtk_list_item_get_item (item));
  g_autofree char *text = filling->column->format (card, filling->sheet);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, filling->column->width == 0 ? text : NULL);
  g_object_set_data_full (G_OBJECT (label), ROW_KEY, g_memdup2 (&card->id, sizeof card->id), g_free);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Column *column = data;
  int order = column->compare (koyomi_incident_row_get_card ((KoyomiIncidentRow *) a), koyomi_incident_row_get_card ((KoyomiIncidentRow *) b));

  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
free_filling (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static void
add_column (GtkColumnView       *view,
            KoyomiIncidentSheet *sheet,
            const Column        *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));
  g_autoptr(GtkColumnViewColumn) shown = NULL;
  Filling *filling = g_new0 (Filling, 1);

  filling->column = column;
  filling->sheet = sheet;
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), filling, free_filling, 0);
  shown = gtk_column_view_column_new (koyomi_tr (koyomi_incident_sheet_get_language (sheet), column->title), factory);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, column->width == 0);
  gtk_column_view_column_set_fixed_width (shown, column->width > 0 ? column->width : 230);
  gtk_column_view_append_column (view, shown);
}

void
koyomi_incident_columns_add (GtkColumnView       *view,
                             KoyomiIncidentSheet *sheet)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, sheet, &columns[i]);
}

static gint64
get_incident (GtkWidget *label)
{
  const gint64 *incident = label != NULL ? g_object_get_data (G_OBJECT (label), ROW_KEY) : NULL;

  return incident != NULL ? *incident : 0;
}

/* Returns: the incident in whose row a point lies; 0 for none */
gint64
koyomi_incident_columns_pick (GtkWidget *view,
                              double     x,
                              double     y)
{
  for (GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT); widget != NULL && widget != view;
       widget = gtk_widget_get_parent (widget))
    {
      gint64 incident = get_incident (widget);

      if (incident == 0)
        incident = get_incident (gtk_widget_get_first_child (widget));
      if (incident != 0)
        return incident;
    }

  return 0;
}

/* Returns: (nullable): the row of an incident, if there is a widget for it */
GtkWidget *
koyomi_incident_columns_find_row (GtkWidget *view,
                                  gint64     incident)
{
  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (cell != NULL && get_incident (gtk_widget_get_first_child (cell)) == incident)
        return row;
    }

  return NULL;
}
