/*
 * A load: so many connections to 127.0.0.1, each sending one request after the other's answer has come. In C, because on
 * two cores whatever the load costs is taken from what is measured.
 *
 * argv: port, connections, milliseconds. Standard input: requests, a NUL after each; the load ends where they do.
 * Prints {"deliveries", "refused", "seconds", "p50", "p99"} with latencies in milliseconds.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *next_request, *end_of_requests;

/* Whether there was one more to send. */
static int send_next(int fd) {
  if (next_request >= end_of_requests) return 0;
  size_t length = strlen(next_request);
  if (send(fd, next_request, length, MSG_NOSIGNAL) != (ssize_t)length) fail("send");
  next_request += length + 1;
  return 1;
}

static void read_requests(void) {
  size_t size = 0, room = 1 << 20;
  char *all = malloc(room);
  for (ssize_t n; (n = read(0, all + size, room - size - 1)) > 0;) {
    size += n;
    if (size + 1 == room) all = realloc(all, room *= 2);
  }
  next_request = all;
  end_of_requests = all + size;
}

static int connect_to(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return fd;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int port = atoi(argv[1]), connections = atoi(argv[2]), open = 0;
  read_requests();
  size_t most = 1, taken = 0, refused = 0;
  for (char *each = next_request; each < end_of_requests; each += strlen(each) + 1) most++;
  double *latencies = malloc(most * sizeof *latencies), *sent = calloc(connections + 64, sizeof *sent);
  int poll = epoll_create1(0), *fds = malloc(connections * sizeof *fds);
  for (int i = 0; i < connections; i++) {
    struct epoll_event readable = {.events = EPOLLIN, .data.u32 = i};
    fds[i] = connect_to(port);
    epoll_ctl(poll, EPOLL_CTL_ADD, fds[i], &readable);
  }

  double begun = now_ms(), until = begun + atof(argv[3]);
  for (int i = 0; i < connections; i++) {
    sent[i] = now_ms();
    open += send_next(fds[i]);
  }
  while (open > 0) {
    struct epoll_event events[256];
    int ready = epoll_wait(poll, events, 256, 10000);
    if (ready <= 0) fail("no answer for 10 s");
    for (int e = 0; e < ready; e++) {
      int i = events[e].data.u32;
      /* An answer is far smaller than a packet. */
      char answer[16384];
      ssize_t length = recv(fds[i], answer, sizeof answer, 0);
      if (length <= 0) fail("recv");
      double at = now_ms();
      if (length > 12 && memcmp(answer + 9, "200", 3) == 0) latencies[taken++] = at - sent[i];
      else refused++;
      sent[i] = at;
      if (at >= until || !send_next(fds[i])) {
        close(fds[i]);
        open--;
      }
    }
  }
  double seconds = (now_ms() - begun) / 1e3;
  if (taken == 0) return 1;
  qsort(latencies, taken, sizeof *latencies, ascending);
  printf("{\"deliveries\":%zu,\"refused\":%zu,\"seconds\":%f,\"p50\":%f,\"p99\":%f}\n", taken, refused, seconds,
         latencies[(taken - 1) / 2], latencies[(size_t)((taken - 1) * 0.99)]);
}
