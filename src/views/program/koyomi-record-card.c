#include "koyomi-record-card.h"

#include "koyomi-day.h"
#include "koyomi-search.h"

#include <string.h>

struct _KoyomiRecordCard
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *scroller;
  GtkGrid          *grid;

  KoyomiTableId     table;
  gint64            id;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRecordCard, title),
  KOYOMI_UI_CHILD (KoyomiRecordCard, scroller),
  KOYOMI_UI_CHILD (KoyomiRecordCard, grid),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRecordCard, koyomi_record_card, KOYOMI_TYPE_PLAN_WINDOW)

/* Returns: (transfer full) (nullable): NULL for what says nothing to a reader */
static char *
format_field (KoyomiRecordCard *self,
              KoyomiRecord     *record,
              int               field)
{
  const KoyomiField *description = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)];
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));

  if (description->type == KOYOMI_FIELD_ID || koyomi_record_is_none (record, field) || strcmp (description->name, "position") == 0)
    return NULL;
  if (description->type == KOYOMI_FIELD_TIME)
    return koyomi_time_format_local (koyomi_record_get_int (record, field));
  if (description->type == KOYOMI_FIELD_REF)
    {
      g_autoptr(KoyomiRecord) target = koyomi_session_get (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), description->target,
                                                           koyomi_record_get_int (record, field), language, NULL);

      return target != NULL ? g_strdup (koyomi_record_get_title (target)) : NULL;
    }

  return koyomi_record_format (record, field, language);
}

static GtkWidget *
make_label (const char *text,
            gboolean    is_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (is_name)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
      gtk_widget_add_css_class (label, "dim-label");
    }
  else
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_hexpand (label, TRUE);
    }

  return label;
}

static void
show_field (KoyomiRecordCard *self,
            const char       *name,
            const char       *value,
            int               line)
{
  GtkWidget *name_label = make_label (name, TRUE);
  GtkWidget *value_label = make_label (value, FALSE);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name_label, NULL, -1);
  gtk_grid_attach (self->grid, name_label, 0, line, 1, 1);
  gtk_grid_attach (self->grid, value_label, 1, line, 1, 1);
}

static void
show_fields (KoyomiRecordCard *self,
             KoyomiRecord     *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *value = format_field (self, record, self->table << 8 | i);

      if (value != NULL && *value != '\0')
        show_field (self, koyomi_tr (language, table->fields[i].label), value, i);
    }
}

static gboolean
koyomi_record_card_refresh (KoyomiPlanWindow  *window,
                            GError           **error)
{
  KoyomiRecordCard *self = KOYOMI_RECORD_CARD (window);
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, self->table, self->id, language, error);
  g_autoptr(KoyomiSearchHit) hit = record != NULL ? koyomi_session_name_hit (session, self->table, self->id, language) : NULL;
  g_autofree char *title = NULL;

  if (hit == NULL)
    return FALSE;

  title = *hit->number != '\0' ? g_strdup_printf ("%s %s", hit->number, hit->title) : g_strdup (hit->title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, koyomi_tr (language, koyomi_record_get_table (record)->label));
  adw_window_title_set_subtitle (self->title, hit->number);
  show_fields (self, record);

  return TRUE;
}

static void
koyomi_record_card_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_record_card_parent_class)->dispose (object);
}

static void
koyomi_record_card_class_init (KoyomiRecordCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_record_card_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_record_card_refresh;
}

static void
koyomi_record_card_init (KoyomiRecordCard *self)
{
}

/* @table: one that is searched; see koyomi-search.h */
void
koyomi_record_card_present (GtkWindow       *parent,
                            KoyomiWorkspace *workspace,
                            KoyomiTableId    table,
                            gint64           id)
{
  KoyomiRecordCard *self = g_object_new (KOYOMI_TYPE_RECORD_CARD, NULL);

  self->table = table;
  self->id = id;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-record-card", children);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->scroller);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
