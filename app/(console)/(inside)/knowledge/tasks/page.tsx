import { TasksPage } from "#components/knowledge/quality/tasks/tasks-page.tsx";

export default function Page() {
  return <TasksPage />;
}
