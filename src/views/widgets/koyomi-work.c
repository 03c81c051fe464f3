#include "koyomi-work.h"

#include "koyomi-ui.h"

/* Who waits this long is told what is going on. */
#define PATIENCE_MS 400
#define REFRESH_MS 80
#define WHOLE 10000

typedef struct
{
  GtkWindow            *parent;         /* NULL once it is gone */
  KoyomiLanguage        language;
  char                 *title;
  KoyomiWorkFunc        func;
  gpointer              data;
  GDestroyNotify        free_data;
  GAsyncReadyCallback   callback;
  gpointer              callback_data;

  GCancellable         *cancellable;
  int                   done;           /* of WHOLE; -1 until the work says something. The only member that both threads use */
  guint                 source_id;
  GtkWindow            *dialog;         /* NULL until it is shown */
  GtkProgressBar       *bar;
  GtkWidget            *cancel_button;
} Work;

static void
free_work (gpointer data)
{
  Work *self = data;

  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self);
}

/* Called on the thread that works. */
static void
note_progress (double   fraction,
               gpointer data)
{
  Work *self = data;

  int done = CLAMP (fraction, 0, 1) * WHOLE;

  g_atomic_int_set (&self->done, done);
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Work *self = data;
  GError *error = NULL;

  if (self->func (self->data, note_progress, self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
refresh_cb (gpointer data)
{
  Work *self = data;
  int done = g_atomic_int_get (&self->done);

  if (done < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, (double) done / WHOLE);

  return G_SOURCE_CONTINUE;
}

/* The dialog stays until the work has really ended. */
static gboolean
cancel_cb (Work *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);

  return TRUE;
}

static gboolean
escape_cb (GtkWidget *dialog,
           GVariant  *parameter,
           gpointer   data)
{
  return cancel_cb (data);
}

static void
add_escape (Work *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->dialog), controller);
}

static gboolean
show_cb (gpointer data)
{
  Work *self = data;
  g_autoptr(GtkBuilder) builder = NULL;

  self->source_id = 0;
  if (g_cancellable_is_cancelled (self->cancellable))
    return G_SOURCE_REMOVE;

  builder = koyomi_ui_open ("koyomi-work", self->language);
  self->dialog = GTK_WINDOW (gtk_builder_get_object (builder, "dialog"));
  self->bar = GTK_PROGRESS_BAR (gtk_builder_get_object (builder, "bar"));
  self->cancel_button = GTK_WIDGET (gtk_builder_get_object (builder, "cancel_button"));
  gtk_window_set_title (self->dialog, self->title);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title_label")), self->title);
  gtk_window_set_transient_for (self->dialog, self->parent);

  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (cancel_cb), self);
  add_escape (self);
  gtk_window_present (self->dialog);

  self->source_id = g_timeout_add (REFRESH_MS, refresh_cb, self);

  return G_SOURCE_REMOVE;
}

/* Whoever closes the window wants nothing of it any more. The work itself may hold it, so that it is not destroyed yet. */
static void
parent_gone_cb (Work *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Work *self = data;

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->parent != NULL)
    g_signal_handlers_disconnect_by_func (self->parent, parent_gone_cb, self);
  if (self->dialog != NULL)
    gtk_window_destroy (self->dialog);

  g_clear_weak_pointer (&self->parent);

  if (self->callback != NULL)
    self->callback (source, result, self->callback_data);
  if (self->free_data != NULL)
    self->free_data (self->data);

  g_application_release (g_application_get_default ());
}

/**
 * koyomi_work_run:
 * @parent: stays as it is for a moment; then a modal dialog over it tells how far the work is and lets the person cancel it
 * @title: what is being done, translated
 * @func: runs in a thread; ends with G_IO_ERROR_CANCELLED and nothing done when it is cancelled
 * @free_data: (nullable): lets @data go once @callback has returned
 * @callback: called when the work has ended, also when @parent was closed meanwhile; its source is NULL
 *
 * The program stays until the work has ended.
 */
void
koyomi_work_run (GtkWindow           *parent,
                 KoyomiLanguage       language,
                 const char          *title,
                 KoyomiWorkFunc       func,
                 gpointer             data,
                 GDestroyNotify       free_data,
                 GAsyncReadyCallback  callback,
                 gpointer             callback_data)
{
  Work *self = g_new0 (Work, 1);
  g_autoptr(GTask) task = NULL;

  g_set_weak_pointer (&self->parent, parent);
  self->language = language;
  self->title = g_strdup (title);
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  self->callback = callback;
  self->callback_data = callback_data;
  self->cancellable = g_cancellable_new ();
  self->done = -1;

  g_application_hold (g_application_get_default ());
  self->source_id = g_timeout_add (PATIENCE_MS, show_cb, self);
  g_signal_connect_swapped (parent, "unrealize", G_CALLBACK (parent_gone_cb), self);

  /* What the work says counts, not that somebody wanted to cancel it when it was as good as done. */
  task = g_task_new (NULL, self->cancellable, done_cb, self);
  g_task_set_source_tag (task, koyomi_work_run);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, free_work);
  g_task_run_in_thread (task, work_cb);
}

/* Returns: what the work returned; G_IO_ERROR_CANCELLED needs no word to the person */
gboolean
koyomi_work_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
