#include "koyomi-tiles-dialog.h"

#include "koyomi-board-tiles.h"
#include "koyomi-day.h"
#include "koyomi-form-dialog.h"
#include "koyomi-metric-status.h"

/* The metrics that were chosen come first, in their order; the others follow in theirs. */
typedef struct
{
  KoyomiFormDialog *dialog;       /* whose data this is */
  KoyomiWorkspace  *workspace;
  GtkWidget        *count;
  GtkWidget        *list;
  GPtrArray        *metrics;      /* (element-type KoyomiRecord): as the list shows them */
  guint             n_chosen;
  gboolean          is_updating;
} Tiles;

static void show_rows (Tiles *self,
                       int    focused);

static void
free_tiles (Tiles *self)
{
  g_object_unref (self->workspace);
  g_ptr_array_unref (self->metrics);
  g_free (self);
}

static const char *
tr (Tiles      *self,
    const char *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static void
move (Tiles *self,
      guint  from,
      guint  to)
{
  g_ptr_array_insert (self->metrics, to, g_ptr_array_steal_index (self->metrics, from));
}

static guint
get_index (GtkWidget *widget)
{
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW)));
}

static void
toggled_cb (GtkWidget *check,
            Tiles     *self)
{
  guint index = get_index (check);
  gboolean chosen = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  guint place = chosen ? self->n_chosen : self->n_chosen - 1;

  if (self->is_updating)
    return;

  self->n_chosen += chosen ? 1 : -1;
  move (self, index, place);
  show_rows (self, place);
}

static void
shift (Tiles *self,
       guint  index,
       int    by)
{
  if (index >= self->n_chosen || (by < 0 && index == 0) || (by > 0 && index + 1 >= self->n_chosen))
    return;

  move (self, index, index + by);
  show_rows (self, index + by);
}

static void
earlier_cb (GtkWidget *button,
            Tiles     *self)
{
  shift (self, get_index (button), -1);
}

static void
later_cb (GtkWidget *button,
          Tiles     *self)
{
  shift (self, get_index (button), 1);
}

static gboolean
key_cb (Tiles           *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || (state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;

  shift (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), key == GDK_KEY_Up ? -1 : 1);

  return TRUE;
}

static GtkWidget *
make_button (Tiles       *self,
             const char  *icon,
             const char  *name,
             GCallback    func)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", func, self);

  return button;
}

static GtkWidget *
make_row (Tiles *self,
          guint  index)
{
  KoyomiRecord *metric = g_ptr_array_index (self->metrics, index);
  gboolean chosen = index < self->n_chosen;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), koyomi_record_get_title (metric));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_record_get_title (metric), -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_sensitive (check, chosen || self->n_chosen < KOYOMI_MOST_BOARD_TILES);
  if (chosen)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, "go-up-symbolic", tr (self, N_("Earlier (Alt+Up)")),
                                                                    G_CALLBACK (earlier_cb)));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, "go-down-symbolic", tr (self, N_("Later (Alt+Down)")),
                                                                    G_CALLBACK (later_cb)));
    }

  return row;
}

/* @focused: which row gets the focus; -1 for none */
static void
show_rows (Tiles *self,
           int    focused)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  /* Translators: how many tiles are chosen, of how many at most */
  g_autofree char *count = g_strdup_printf (koyomi_tr (language, N_("%1$u of at most %2$u tiles")), self->n_chosen, KOYOMI_MOST_BOARD_TILES);
  GtkWidget *child;

  self->is_updating = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->metrics->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, i));
  self->is_updating = FALSE;

  gtk_label_set_label (GTK_LABEL (self->count), count);
  if (focused >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), focused)));
}

static gboolean
accepted_cb (Tiles *self)
{
  g_autoptr(GArray) chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < self->n_chosen; i++)
    {
      gint64 metric = koyomi_record_get_id (g_ptr_array_index (self->metrics, i));

      g_array_append_val (chosen, metric);
    }
  if (koyomi_session_set_board_tiles (koyomi_workspace_get_session (self->workspace), chosen, koyomi_workspace_get_language (self->workspace),
                                      &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, tr (self, N_("The board page was not changed")), error);

  return FALSE;
}

static int
find_metric (Tiles  *self,
             gint64  id)
{
  for (guint i = 0; i < self->metrics->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->metrics, i)) == id)
      return i;

  return -1;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = koyomi_record_get_int (*(KoyomiRecord * const *) a, KOYOMI_METRIC_POSITION);
  gint64 second = koyomi_record_get_int (*(KoyomiRecord * const *) b, KOYOMI_METRIC_POSITION);

  return (first > second) - (first < second);
}

/* Where nobody has chosen anything yet, something sensible is chosen already. */
static gboolean
load (Tiles   *self,
      GError **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  guint32 today = koyomi_day_today ();
  g_autoptr(GArray) chosen = koyomi_session_list_board_tiles (session, error);

  if (chosen != NULL && chosen->len == 0)
    {
      g_array_unref (chosen);
      chosen = koyomi_session_propose_board_tiles (session, today, error);
    }
  if (chosen == NULL || (self->metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0,
                                                              koyomi_workspace_get_language (self->workspace), error)) == NULL)
    return FALSE;

  g_ptr_array_sort (self->metrics, compare_positions);
  for (guint i = self->metrics->len; i > 0; i--)
    if (koyomi_metric_is_retired (g_ptr_array_index (self->metrics, i - 1), today))
      g_ptr_array_remove_index (self->metrics, i - 1);
  for (guint i = 0; i < chosen->len; i++)
    {
      int place = find_metric (self, g_array_index (chosen, gint64, i));

      if (place >= 0)
        move (self, place, self->n_chosen++);
    }

  return TRUE;
}

static void
build (Tiles *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, tr (self, N_("KPIs for the board page")), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, keys);
  koyomi_form_dialog_append (self->dialog, self->count);
  koyomi_form_dialog_append (self->dialog, self->list);
  show_rows (self, -1);
  koyomi_form_dialog_set_first_focus (self->dialog, self->list);
}

void
koyomi_tiles_dialog_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  Tiles *self = g_new0 (Tiles, 1);
  g_autoptr(GError) error = NULL;

  self->workspace = g_object_ref (workspace);
  if (!load (self, &error))
    {
      koyomi_workspace_fail (workspace, tr (self, N_("The plan could not be read")), error);
      g_clear_pointer (&self->metrics, g_ptr_array_unref);
      self->metrics = g_ptr_array_new ();
      free_tiles (self);
      return;
    }

  self->dialog = koyomi_form_dialog_new (parent, language, koyomi_tr (language, N_("Tiles of the Board Page")), koyomi_tr (language, N_("_Apply")));
  g_object_set_data_full (G_OBJECT (self->dialog), "koyomi-tiles", self, (GDestroyNotify) free_tiles);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (accepted_cb), self);
  build (self);
  koyomi_form_dialog_make_tall (self->dialog);
  koyomi_form_dialog_present (self->dialog);
}
