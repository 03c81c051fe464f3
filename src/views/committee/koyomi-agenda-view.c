#include "koyomi-agenda-view.h"

#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-order.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

struct _KoyomiAgendaView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           meeting;
  GPtrArray       *items;       /* (element-type KoyomiRecord): in their order */
  GtkWidget       *list;
  GtkWidget       *new_item;
};

G_DEFINE_FINAL_TYPE (KoyomiAgendaView, koyomi_agenda_view, GTK_TYPE_WIDGET)

static gboolean
save_item (KoyomiWorkspace  *workspace,
           gint64            meeting,
           KoyomiRecord     *item,
           GError          **error)
{
  return koyomi_session_save (koyomi_workspace_get_session (workspace), item, koyomi_workspace_get_language (workspace), error);
}

static const KoyomiPartInput inputs[] = {
  { KOYOMI_AGENDA_ITEM_TITLE, N_("_Title"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_AGENDA_ITEM_KIND, N_("_Kind") },
  { KOYOMI_AGENDA_ITEM_MINUTES, N_("_Minutes"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartForm form = {
  N_("Agenda Item"), N_("_Save"), N_("The item was not saved"), inputs, G_N_ELEMENTS (inputs), save_item
};

static const char *
tr (KoyomiAgendaView *self,
    const char       *text)
{
  return koyomi_tr (koyomi_workspace_get_language (self->workspace), text);
}

static int
find_item (KoyomiAgendaView *self,
           GVariant         *parameter)
{
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->items, i)) == g_variant_get_int64 (parameter))
      return i;

  return -1;
}

static void
fail (KoyomiAgendaView *self,
      const GError     *error)
{
  koyomi_workspace_fail (self->workspace, tr (self, N_("The agenda was not changed")), error);
}

/* What is typed for a new item becomes the last one, also when the person goes elsewhere. */
static gboolean
commit_new_cb (KoyomiAgendaView *self,
               const char       *text)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) item = koyomi_record_new (KOYOMI_TABLE_AGENDA_ITEM);
  g_autoptr(GError) error = NULL;
  int position;

  if (koyomi_text_is_blank (text) || self->meeting == 0)
    return TRUE;

  position = koyomi_session_find_last_position (session, KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MEETING, self->meeting, &error);
  koyomi_record_set_language (item, language);
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_MEETING, self->meeting);
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_POSITION, position + 1);
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_KIND, KOYOMI_AGENDA_KIND_DISCUSSION);
  koyomi_record_set_text (item, KOYOMI_AGENDA_ITEM_TITLE, text);
  if (position < 0 || koyomi_session_add (session, item, language, &error) == 0)
    {
      fail (self, error);
      return FALSE;
    }

  koyomi_text_field_replace (KOYOMI_TEXT_FIELD (self->new_item), "");

  return TRUE;
}

static void
flush_cb (KoyomiAgendaView *self)
{
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->new_item));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiAgendaView *self = KOYOMI_AGENDA_VIEW (widget);
  int index = find_item (self, parameter);
  g_autoptr(KoyomiRecord) item = index >= 0 ? koyomi_record_copy (g_ptr_array_index (self->items, index)) : NULL;

  if (item != NULL && koyomi_workspace_can_edit (self->workspace))
    koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, &form, self->meeting, item);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiAgendaView *self = KOYOMI_AGENDA_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_AGENDA_ITEM, g_variant_get_int64 (parameter),
                              koyomi_workspace_get_language (self->workspace), &error))
    fail (self, error);
}

static void
move (KoyomiAgendaView *self,
      GVariant         *parameter,
      int               by)
{
  int index = find_item (self, parameter);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  if (index < 0 || index + by < 0 || index + by >= (int) self->items->len || !koyomi_workspace_can_edit (self->workspace))
    return;

  for (int i = 0; i < (int) self->items->len; i++)
    {
      int from = i == index ? index + by : i == index + by ? index : i;
      gint64 id = koyomi_record_get_id (g_ptr_array_index (self->items, from));

      g_array_append_val (ids, id);
    }

  label = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Move “%s” in its list")),
                           koyomi_record_get_title (g_ptr_array_index (self->items, index)));
  if (!koyomi_session_reorder (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_AGENDA_ITEM, (const gint64 *) ids->data, ids->len,
                               label, &error))
    fail (self, error);
}

static void
up_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  move (KOYOMI_AGENDA_VIEW (widget), parameter, -1);
}

static void
down_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move (KOYOMI_AGENDA_VIEW (widget), parameter, 1);
}

static void
koyomi_agenda_view_dispose (GObject *object)
{
  KoyomiAgendaView *self = KOYOMI_AGENDA_VIEW (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_agenda_view_parent_class)->dispose (object);
}

static void
koyomi_agenda_view_class_init (KoyomiAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_agenda_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "agenda.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "agenda.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "agenda.up", "x", up_action);
  gtk_widget_class_install_action (widget_class, "agenda.down", "x", down_action);
}

static void
koyomi_agenda_view_init (KoyomiAgendaView *self)
{
}

static void
fill (KoyomiAgendaView *self)
{
  KoyomiPartList *list;

  self->list = koyomi_part_list_new (self->workspace, tr (self, N_("Agenda")),
                                     tr (self, N_("Nothing is on the agenda yet. Add an item, or have the meeting before carry its actions here.")));
  list = KOYOMI_PART_LIST (self->list);
  self->new_item = koyomi_text_field_new (tr (self, N_("New item")));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->new_item));
  koyomi_text_field_set_placeholder (KOYOMI_TEXT_FIELD (self->new_item), tr (self, N_("Add an item…")));
  g_signal_connect_object (self->new_item, "commit", G_CALLBACK (commit_new_cb), self, G_CONNECT_SWAPPED);
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_ACTIVATE, "agenda.edit");
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_REMOVE, "agenda.remove");
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_UP, "agenda.up");
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_DOWN, "agenda.down");
  koyomi_part_list_add_footer (list, self->new_item);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
koyomi_agenda_view_new (KoyomiWorkspace *workspace)
{
  KoyomiAgendaView *self = g_object_new (KOYOMI_TYPE_AGENDA_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static GtkWidget *
make_row (KoyomiAgendaView *self,
          KoyomiRecord     *item,
          guint             number)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, koyomi_record_get_title (item));
  g_autofree char *kind = koyomi_record_format (item, KOYOMI_AGENDA_ITEM_KIND, koyomi_workspace_get_language (self->workspace));
  GtkWidget *widget = koyomi_part_row_new (koyomi_record_get_id (item), title);
  KoyomiPartRow *row = KOYOMI_PART_ROW (widget);

  koyomi_part_row_set_above (row, kind);
  koyomi_part_row_set_below (row, koyomi_record_get_text (item, KOYOMI_AGENDA_ITEM_MINUTES), NULL);
  if (koyomi_workspace_can_edit (self->workspace))
    {
      koyomi_part_row_add_item (row, tr (self, N_("_Edit…")), "agenda.edit");
      koyomi_part_row_add_item (row, tr (self, N_("Move _Up")), "agenda.up");
      koyomi_part_row_add_item (row, tr (self, N_("Move Do_wn")), "agenda.down");
      koyomi_part_row_add_item (row, tr (self, N_("_Remove")), "agenda.remove");
    }

  return widget;
}

/* Shows the agenda as the plan has it now. */
void
koyomi_agenda_view_show (KoyomiAgendaView         *self,
                         const KoyomiMeetingSheet *sheet)
{
  g_autofree char *count = g_strdup_printf ("%u", sheet->items->len);

  g_return_if_fail (KOYOMI_IS_AGENDA_VIEW (self));

  self->meeting = koyomi_record_get_id (sheet->meeting);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (sheet->items);
  koyomi_part_list_clear (KOYOMI_PART_LIST (self->list));
  for (guint i = 0; i < self->items->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (self->list), make_row (self, g_ptr_array_index (self->items, i), i + 1));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->list));
  koyomi_part_list_set_count (KOYOMI_PART_LIST (self->list), self->items->len > 0 ? count : "");
}

void
koyomi_agenda_view_focus (KoyomiAgendaView *self,
                          gint64            item)
{
  g_return_if_fail (KOYOMI_IS_AGENDA_VIEW (self));

  koyomi_part_list_focus (KOYOMI_PART_LIST (self->list), item);
}
